import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grid } from "../../../src/design/operators/grid.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { chiSquaredExcess } from "../chi-squared.ts";
import { randomDesign } from "../random-design.ts";

describe("shuffle()", () => {
  it("gives the same order for the same seed, and another for another", () => {
    const order = (seed: number | string) => shuffle(grid({ x: [...Array(20).keys()] }), { seed }).array("x");
    expect(order(1)).toEqual(order("1"));
    expect(order(1)).not.toEqual(order(2));
  });

  it("never changes what a seed means", () => {
    const rows = grid({ x: [...Array(10).keys()] });
    expect(shuffle(rows, { seed: 42 }).array("x")).toEqual([0, 8, 2, 3, 6, 1, 4, 5, 7, 9]);
  });

  it("makes every order of 4 rows equally likely", () => {
    const rows = table({ x: ["a", "b", "c", "d"] });
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 12_000; seed++) {
      const order = (shuffle(rows, { seed }).array("x") as string[]).join("");
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquaredExcess([...counts.values()])).toBeLessThan(3);
  });

  it("puts every row in every place equally often", () => {
    const size = 10;
    const rows = grid({ x: [...Array(size).keys()] });
    const counts = new Array<number>(size * size).fill(0);
    for (let seed = 0; seed < 5_000; seed++) {
      (shuffle(rows, { seed }).array("x") as number[]).forEach((x, place) => {
        counts[x * size + place]!++;
      });
    }
    expect(chiSquaredExcess(counts, (size - 1) ** 2)).toBeLessThan(3);
  });

  it("keeps every row once, and leaves the table as it is", () => {
    fc.assert(
      fc.property(randomDesign(""), fc.string(), (source, seed) => {
        const before = source.objects();
        const text = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();
        expect(text(shuffle(source, { seed }).objects())).toEqual(text(before));
        expect(source.objects()).toEqual(before);
      }),
    );
  });

  it("wants a seed", () => {
    expect(() => shuffle(table({ x: [1] }), {} as never)).toThrow("A seed (a string or a number) is needed");
  });
});
