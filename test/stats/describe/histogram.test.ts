import { table } from "arquero";
import { describe, expect, test } from "vitest";
import { frequencies } from "../../../src/stats/describe/frequencies.ts";
import { histogram } from "../../../src/stats/describe/histogram.ts";
import { columnTypeOf } from "../../../src/tables/column-type-of.ts";
import { TypedColumn } from "../../../src/tables/typed-column.ts";

const JOBS = table({
  x: [0, 1, 2, 4, null, Number.POSITIVE_INFINITY],
  scene: ["gym", "attic", "gym", "attic", "gym", null],
  w: [1, 0.5, 2, 0, 3, 1],
  lit: [true, true, null, true, true, true],
  tags: new TypedColumn("string[]", [["b", "a"], ["a"], null, [], ["b", null], ["c"]]),
  at: [3, 3, 1, 1, 1, 2].map((ms) => new Date(ms)),
});

describe("histogram()", () => {
  test("counts numbers in bins", () => {
    const found = histogram(JOBS, { column: "x", bins: 2 });
    expect(found.objects()).toEqual([
      { bin_start: 0, bin_end: 2, count: 2, share: 0.5 },
      { bin_start: 2, bin_end: 4, count: 2, share: 0.5 },
    ]);
    expect(columnTypeOf(found.column("count") as never, "count")).toBe("int32");
  });

  test("has the same bins for all groups", () => {
    const found = histogram(JOBS, { column: "x", bins: [0, 2, 4], by: "scene" });
    expect(found.objects()).toEqual([
      { scene: "attic", bin_start: 0, bin_end: 2, count: 1, share: 0.5 },
      { scene: "attic", bin_start: 2, bin_end: 4, count: 1, share: 0.5 },
      { scene: "gym", bin_start: 0, bin_end: 2, count: 1, share: 0.5 },
      { scene: "gym", bin_start: 2, bin_end: 4, count: 1, share: 0.5 },
      { scene: null, bin_start: 0, bin_end: 2, count: 0, share: null },
      { scene: null, bin_start: 2, bin_end: 4, count: 0, share: null },
    ]);
    const whole = histogram(JOBS, { column: "x", by: "scene" });
    expect(whole.numRows()).toBe(15);
  });

  test("counts by weight, and within a range", () => {
    const found = histogram(JOBS, { column: "x", weight: "w", range: [0.5, 4.5], bins: 2 });
    expect(found.array("count")).toEqual([2.5, 0].map((count) => expect.closeTo(count, 14)));
    expect([...found.array("share")]).toEqual([1, 0]);
  });

  test("takes truth values, moments and lists of numbers", () => {
    expect([...histogram(JOBS, { column: "lit" }).array("count")]).toEqual([0, 5]);
    expect([...histogram(JOBS, { column: "at" }).array("bin_start")]).toEqual([0.5, 1.5, 2.5]);
    const lists = table({ x: [[1, 2], [2]] });
    expect([...histogram(lists, { column: "x" }).array("count")]).toEqual([1, 2]);
  });

  test("has no rows without values, but bins that are asked for", () => {
    const nothing = table({ x: [Number.NaN] });
    expect(histogram(nothing, { column: "x" }).numRows()).toBe(0);
    expect(histogram(nothing, { column: "x", bins: [0, 1] }).objects()).toEqual([
      { bin_start: 0, bin_end: 1, count: 0, share: null },
    ]);
  });

  test("refuses texts and names that the result has", () => {
    expect(() => histogram(JOBS, { column: "scene" })).toThrow("got string; frequencies() counts texts");
    expect(() => histogram(table({ x: [1], count: [1] }), { column: "x", by: "count" })).toThrow(
      'Cannot group by "count"',
    );
    expect(() => histogram(JOBS, { column: "y" })).toThrow('There is no column "y"');
  });
});

describe("frequencies()", () => {
  test("counts values, most frequent first", () => {
    const found = frequencies(JOBS, { column: "scene" });
    expect(found.objects()).toEqual([
      { value: "gym", count: 3, share: 0.6 },
      { value: "attic", count: 2, share: 0.4 },
    ]);
  });

  test("counts in groups, by weight, up to a number", () => {
    const found = frequencies(JOBS, { column: "x", by: "scene", weight: "w", top: 1 });
    expect(found.objects()).toEqual([
      { scene: "attic", value: "1", count: 0.5, share: 1 },
      { scene: "gym", value: "2", count: 2, share: expect.closeTo(2 / 3, 14) },
      { scene: null, value: "Infinity", count: 1, share: 1 },
    ]);
  });

  test("takes truth values, moments, bigints and items of lists", () => {
    expect([...frequencies(JOBS, { column: "lit" }).array("value")]).toEqual(["true"]);
    expect(frequencies(JOBS, { column: "at" }).get("value", 0)).toBe("1970-01-01T00:00:00.001Z");
    const big = 2n ** 62n;
    expect([...frequencies(table({ x: [big + 1n, big] }), { column: "x" }).array("value")]).toEqual([
      String(big),
      String(big + 1n),
    ]);
    expect(frequencies(JOBS, { column: "tags" }).objects()).toEqual([
      { value: "a", count: 2, share: 0.4 },
      { value: "b", count: 2, share: 0.4 },
      { value: "c", count: 1, share: 0.2 },
    ]);
  });

  test("lists all values in order, however many", () => {
    const texts = Array.from({ length: 300 }, (_, i) => `v${(i * 7) % 150}`);
    const found = frequencies(table({ texts }), { column: "texts" });
    expect([...found.array("value")]).toEqual([...new Set(texts)].sort());
  });

  test("refuses structures and options that there are not", () => {
    const odd = table({ x: [{ a: 1 }], y: [1] });
    expect(() => frequencies(odd, { column: "x" })).toThrow('Cannot count the values of column "x"');
    expect(() => frequencies(odd, { column: "y", top: 1.5 })).toThrow("top must be a whole number");
    expect(() => frequencies(odd, { column: "y", limit: 1 } as never)).toThrow('There is no option "limit"');
  });
});
