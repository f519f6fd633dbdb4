import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dedupe } from "../../../src/design/operators/dedupe.ts";
import { repeat } from "../../../src/design/operators/repeat.ts";
import { randomDesign } from "../random-design.ts";

const keptOf = (x: unknown[]) => dedupe(table([["x", x]])).numRows();

describe("dedupe()", () => {
  const jobs = table({ x: [1, 1, 2, 1], y: ["a", "b", "a", "a"] });

  it("keeps the first of equal rows in order", () => {
    expect(dedupe(jobs).objects()).toEqual([
      { x: 1, y: "a" },
      { x: 1, y: "b" },
      { x: 2, y: "a" },
    ]);
    expect(dedupe(jobs, { columns: ["y"] }).objects()).toEqual([
      { x: 1, y: "a" },
      { x: 1, y: "b" },
    ]);
  });

  it("finds missing values, zeros, NaN, lists and dates equal to themselves", () => {
    expect(keptOf([null, undefined, null])).toBe(1);
    expect(keptOf([0, -0])).toBe(1);
    expect(keptOf([Number.NaN, Number.NaN])).toBe(1);
    expect(keptOf([[1, [2]], [1, [2]], [[1], 2], Float64Array.of(1, 2), [1, 2], [], [null]])).toBe(5);
    expect(keptOf([new Date(5), new Date(5), new Date(6)])).toBe(2);
  });

  it("tells different types apart", () => {
    expect(keptOf([1, "1", true, "true", null, "null", "", 0, false, 1n])).toBe(10);
    expect(keptOf([["a b"], ["a", "b"], "a b"])).toBe(3);
  });

  it("does not mix columns up", () => {
    expect(dedupe(table({ a: ["x", "xy"], b: ["yz", "z"] })).numRows()).toBe(2);
    expect(dedupe(table({ a: [[7, 8, 9], [7]], b: [1, 2] })).numRows()).toBe(2);
  });

  it("refuses unknown columns and none", () => {
    expect(() => dedupe(jobs, { columns: ["x", "yy"] })).toThrow(
      'The table has no column "yy" (did you mean "y"?)',
    );
    expect(() => dedupe(jobs, { columns: [] })).toThrow(RangeError);
  });

  it("has each row once, finds nothing the second time, and leaves the table as it is", () => {
    fc.assert(
      fc.property(randomDesign(""), fc.integer({ min: 1, max: 3 }), (source, times) => {
        const before = source.objects();
        const kept = dedupe(repeat(source, times)).objects();
        // JSON writes -0 as 0.
        expect(kept.map((row) => JSON.stringify(row))).toEqual([
          ...new Set(before.map((row) => JSON.stringify(row))),
        ]);
        expect(dedupe(dedupe(source)).objects()).toEqual(kept);
        expect(source.objects()).toEqual(before);
      }),
    );
  });
});
