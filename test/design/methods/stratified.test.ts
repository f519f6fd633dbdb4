import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import { stratified } from "../../../src/design/methods/stratified.ts";
import type { Seed } from "../../../src/design/random/seed-key.ts";
import { sample } from "../../../src/design/sample.ts";
import { range, sortedStrata } from "./uniform-request.ts";

function drawn(
  n: number,
  weights: readonly number[] | undefined,
  { seed, size }: { seed: Seed; size: number },
) {
  const values = range(size);
  return Array.from(
    sample({ x: choice(values, { weights }) }, n, { seed, method: stratified() }).array("x"),
  ) as number[];
}

function counts(values: readonly number[], size: number): number[] {
  return range(size).map((value) => values.filter((other) => other === value).length);
}

/** Largest remainders of whole-number weights, one seat at a time, without fractions. */
function oracle(n: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const seats = weights.map((weight) => Math.floor((n * weight) / total));
  const remainders = weights.map((weight) => (n * weight) % total);
  while (seats.reduce((sum, count) => sum + count, 0) < n) {
    const largest = remainders.indexOf(Math.max(...remainders));
    seats[largest]! += 1;
    remainders[largest] = -1;
  }
  return seats;
}

const WEIGHTS = fc
  .array(fc.nat(50), { minLength: 1, maxLength: 8 })
  .filter((weights) => weights.some((weight) => weight > 0));

describe("stratified()", () => {
  it("gives 75 and 25 of 100 for weights of 75 % and 25 %", () => {
    expect(counts(drawn(100, [0.75, 0.25], { seed: 1, size: 2 }), 2)).toEqual([75, 25]);
    expect(counts(drawn(100, [3, 1], { seed: "other", size: 2 }), 2)).toEqual([75, 25]);
    expect(counts(drawn(10, [0.7, 0.2, 0.1], { seed: 1, size: 3 }), 3)).toEqual([7, 2, 1]);
  });

  it("has the counts of the largest remainders for any weights", () => {
    fc.assert(
      fc.property(fc.nat(150), WEIGHTS, fc.string(), (n, weights, seed) => {
        const size = weights.length;
        expect(counts(drawn(n, weights, { seed, size }), size)).toEqual(oracle(n, weights));
        // The same shares as fractions that are not exact.
        const fractions = weights.map((weight) => weight / 3 / 7);
        expect(counts(drawn(n, fractions, { seed, size }), size)).toEqual(oracle(n, weights));
      }),
    );
  });

  it("has equal counts without weights, the first values one more", () => {
    expect(counts(drawn(11, undefined, { seed: 1, size: 4 }), 4)).toEqual([3, 3, 3, 2]);
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 9 }), fc.nat(), (n, size, seed) => {
        expect(counts(drawn(n, undefined, { seed, size }), size)).toEqual(oracle(n, new Array(size).fill(1)));
      }),
    );
  });

  it("has the values in random order", () => {
    const first = range(2000).map((seed) => drawn(4, [3, 1], { seed, size: 2 })[0]!);
    expect(Math.abs(counts(first, 2)[1]! / 2000 - 0.25)).toBeLessThan(0.04);
    expect(drawn(40, undefined, { seed: 1, size: 4 })).toEqual(drawn(40, undefined, { seed: 1, size: 4 }));
    expect(drawn(40, undefined, { seed: 1, size: 4 })).not.toEqual(
      drawn(40, undefined, { seed: 2, size: 4 }),
    );
  });

  it("spreads the numbers behind the categories over the whole range", () => {
    const columns = [{ name: "x", distribution: choice(["a", "b", "c"], { weights: [1, 2, 1] }) }];
    const [points] = drawPoints(stratified(), { columns, n: 40, seed: 1 });
    expect(sortedStrata(points!, 40)).toEqual(range(40));
  });

  it("treats other columns like latinHypercube(), one by one", () => {
    const columns = { height: uniform(0, 1), scene: choice(["A", "B"]), reps: integers(1, 20) };
    const table = sample(columns, 60, { seed: 9, method: stratified() });
    const latin = sample(columns, 60, { seed: 9, method: latinHypercube() });
    expect(table.array("height")).toEqual(latin.array("height"));
    expect(table.array("reps")).toEqual(latin.array("reps"));
    expect(sortedStrata(table.array("height") as Float64Array, 60)).toEqual(range(60));
    const { scene } = columns;
    expect(sample({ scene }, 60, { seed: 9, method: stratified() }).array("scene")).toEqual(
      table.array("scene"),
    );
  });

  it("names itself", () => {
    expect(stratified()).toMatchObject({ kind: "stratified", args: {} });
  });
});
