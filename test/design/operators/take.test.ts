import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grid } from "../../../src/design/operators/grid.ts";
import { shuffle } from "../../../src/design/operators/shuffle.ts";
import { take } from "../../../src/design/operators/take.ts";
import { chiSquaredExcess } from "../chi-squared.ts";
import { randomDesign } from "../random-design.ts";

const rowsOf = (size: number) => grid({ x: [...Array(size).keys()] });

describe("take()", () => {
  it("takes the same rows for the same seed, and others for another", () => {
    const taken = (seed: number) => take(rowsOf(50), 10, { seed }).array("x");
    expect(taken(1)).toEqual(taken(1));
    expect(taken(1)).not.toEqual(taken(2));
  });

  it("never changes what a seed means", () => {
    expect(take(rowsOf(10), 4, { seed: 42 }).array("x")).toEqual([0, 2, 3, 8]);
  });

  it("takes either of two rows equally often", () => {
    let first = 0;
    for (let seed = 0; seed < 4_000; seed++) first += take(rowsOf(2), 1, { seed }).get("x", 0) === 0 ? 1 : 0;
    expect(chiSquaredExcess([first, 4_000 - first])).toBeLessThan(3);
  });

  it("takes every row, and every pair of rows, equally often", () => {
    const [size, n, times] = [7, 3, 7_000];
    const rows = rowsOf(size);
    const single = new Array<number>(size).fill(0);
    const pairs = new Map<string, number>();
    const triples = new Map<string, number>();
    for (let seed = 0; seed < times; seed++) {
      const taken = take(rows, n, { seed }).array("x") as number[];
      for (const x of taken) single[x]!++;
      for (const [i, a] of taken.entries()) {
        for (const b of taken.slice(i + 1)) pairs.set(`${a},${b}`, (pairs.get(`${a},${b}`) ?? 0) + 1);
      }
      triples.set(taken.join(), (triples.get(taken.join()) ?? 0) + 1);
    }
    expect([pairs.size, triples.size]).toEqual([21, 35]);
    // Rows of one draw exclude each other, which makes the first two less variable than the test expects.
    expect(chiSquaredExcess(single)).toBeLessThan(3);
    expect(chiSquaredExcess([...pairs.values()])).toBeLessThan(3);
    expect(chiSquaredExcess([...triples.values()])).toBeLessThan(3);
  });

  it("takes the first rows of the shuffled table, in the table's order", () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.nat({ max: 30 }), fc.string(), (a, b, seed) => {
        const [n, size] = [Math.min(a, b), Math.max(a, b)];
        const first = (shuffle(rowsOf(size), { seed }).array("x") as number[]).slice(0, n);
        expect(take(rowsOf(size), n, { seed }).array("x")).toEqual(first.sort((x, y) => x - y));
      }),
    );
  });

  it("takes nothing or everything, and leaves the table as it is", () => {
    fc.assert(
      fc.property(randomDesign(""), (source) => {
        const before = source.objects();
        expect(take(source, source.numRows(), { seed: 1 }).objects()).toEqual(before);
        expect(take(source, 0, { seed: 1 }).numRows()).toBe(0);
        expect(source.objects()).toEqual(before);
      }),
    );
  });

  it("refuses more rows than there are, parts of rows, and no seed", () => {
    expect(() => take(rowsOf(3), 4, { seed: 1 })).toThrow(new RangeError("Cannot take 4 rows of 3"));
    expect(() => take(rowsOf(3), 1.5, { seed: 1 })).toThrow("n must be a whole number, 0 or more, got 1.5");
    expect(() => take(rowsOf(3), 0, {} as never)).toThrow(TypeError);
  });
});
