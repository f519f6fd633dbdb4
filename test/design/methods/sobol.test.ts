import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { JOE_KUO } from "../../../src/design/methods/joe-kuo.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { sobolDirections } from "../../../src/design/methods/sobol-directions.ts";
import { sample } from "../../../src/design/sample.ts";
import { sharedPath } from "../../util/shared.ts";
import { range, rowsOf, sortedStrata, uniformRequest } from "./uniform-request.ts";

const VECTORS = sharedPath("reference/vectors.json");
const sequence = (n: number, dimensions: number) => drawPoints(sobol(), uniformRequest(n, dimensions));
const scrambled = (n: number, dimensions: number, seed = 1) => {
  return drawPoints(sobol({ scramble: true }), uniformRequest(n, dimensions, { seed }));
};

/** The direction numbers in the form m_k of Joe and Kuo's paper, without shifts of fixed-width integers. */
function paperDirections(dimension: number, count: number): bigint[] {
  const { a, m } = JOE_KUO[dimension]!;
  const numbers = (m.length === 0 ? [1] : m).map(BigInt);
  for (let k = numbers.length; k < count; k++) {
    if (m.length === 0) {
      numbers.push(1n);
      continue;
    }
    const s = m.length;
    let next = numbers[k - s]! ^ (numbers[k - s]! << BigInt(s));
    for (let i = 1; i < s; i++) {
      if (Math.floor(a / 2 ** (s - 1 - i)) % 2 === 1) next ^= numbers[k - i]! << BigInt(i);
    }
    numbers.push(next);
  }
  return numbers;
}

/** A coordinate of a point, directly from the bits of its Gray code. */
function oracle(row: number, directions: readonly bigint[]): number {
  const gray = BigInt(row) ^ (BigInt(row) >> 1n);
  const bits = directions.reduce((sum, m, k) => {
    return (gray >> BigInt(k)) & 1n ? sum ^ (m << BigInt(31 - k)) : sum;
  }, 0n);
  return Number(bits) / 2 ** 32;
}

describe("sobol()", () => {
  it("is the sequence of Joe and Kuo in Gray-code order", () => {
    expect(rowsOf(sequence(12, 6))).toEqual([
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
      [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
      [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
      [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125],
      [0.6875, 0.8125, 0.4375, 0.9375, 0.0625, 0.8125],
      [0.9375, 0.0625, 0.6875, 0.1875, 0.3125, 0.5625],
      [0.4375, 0.5625, 0.1875, 0.6875, 0.8125, 0.0625],
    ]);
    const rows = rowsOf(sequence(1024, 10));
    expect(rows[100]).toEqual([
      0.4140625, 0.2578125, 0.7734375, 0.7265625, 0.8828125, 0.7421875, 0.0234375, 0.4765625, 0.6328125,
      0.6953125,
    ]);
    expect(rows[1023]).toEqual([
      0.0009765625, 0.7529296875, 0.6123046875, 0.1455078125, 0.1865234375, 0.4384765625, 0.1396484375,
      0.6181640625, 0.3447265625, 0.8505859375,
    ]);
    for (const column of sequence(1024, 64)) expect(column.reduce((sum, x) => sum + x, 0)).toBe(511.5);
  });

  it.skipIf(VECTORS === null)("equals every reference vector exactly", () => {
    const vectors = JSON.parse(readFileSync(VECTORS as string, "utf8"));
    const rows = rowsOf(sequence(1024, 64));
    expect(rows.slice(0, 8)).toEqual(vectors.sobol_unscrambled_d64_first8);
    for (const row of [100, 777, 1000, 1023]) expect(rows[row]).toEqual(vectors.sobol_rows[row]);
    expect(rowsOf(sequence(32, 6))).toEqual(vectors.sobol_d6_first32);
    vectors.joe_kuo_d6_dims_1_64.forEach(({ s, a, m }: { s: number; a: number; m: number[] }, i: number) => {
      expect(JOE_KUO[i]).toEqual({ a, m: m.slice(0, s) });
    });
  });

  it("has at any row the coordinates computed from the bits of the row's Gray code", () => {
    const n = 70_000;
    const points = sequence(n, 64);
    const directions = range(64).map((dimension) => paperDirections(dimension, 17));
    fc.assert(
      fc.property(fc.nat(n - 1), fc.nat(63), (row, dimension) => {
        expect(points[dimension]![row]).toBe(oracle(row, directions[dimension]!));
      }),
      { numRuns: 500 },
    );
  });

  it("has 32 direction numbers per dimension by the polynomial's recurrence", () => {
    for (const dimension of range(64)) {
      const expected = paperDirections(dimension, 32).map((m, k) => Number(m << BigInt(31 - k)));
      expect(Array.from(sobolDirections(dimension), (bits) => bits >>> 0)).toEqual(expected);
    }
  });

  it("gives integers and choices a dimension each", () => {
    const columns = { a: integers(1, 5), b: integers(-2, 2), c: integers(0, 10) };
    expect(sample(columns, 8, { seed: 1, method: sobol() }).objects().map(Object.values)).toEqual([
      [1, -2, 0],
      [3, 0, 5],
      [4, -1, 2],
      [2, 1, 8],
      [2, -1, 6],
      [5, 2, 1],
      [4, -2, 9],
      [1, 1, 4],
    ]);
    const mixed = { height: uniform(0, 2), scene: choice(["A", "B", "C", "D"]), reps: integers(1, 4) };
    const table = sample(mixed, 4, { seed: 1, method: sobol() });
    expect(Array.from(table.array("height"))).toEqual([0, 1, 1.5, 0.5]);
    expect(Array.from(table.array("scene"))).toEqual(["A", "C", "B", "D"]);
    expect(Array.from(table.array("reps"))).toEqual([1, 3, 2, 4]);
  });

  it("refuses more columns than there are dimensions", () => {
    expect(() => sequence(4, 65)).toThrow(RangeError);
    expect(() => sequence(4, 65)).toThrow("sobol() has 64 dimensions, one per column");
    expect(sequence(4, 64)).toHaveLength(64);
  });

  it("names itself and its options", () => {
    expect(sobol()).toMatchObject({ kind: "sobol", args: { scramble: false } });
    expect(sobol({ scramble: true }).args).toEqual({ scramble: true });
  });

  it.each([false, true])("keeps rows and columns when there are more (scramble: %s)", (scramble) => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(10), fc.nat(10), fc.string(), (n, more, d, e, seed) => {
        const small = drawPoints(sobol({ scramble }), uniformRequest(n, d, { seed }));
        const large = drawPoints(sobol({ scramble }), uniformRequest(n + more, d + e, { seed }));
        expect(large.slice(0, d).map((column) => column.slice(0, n))).toEqual(small);
      }),
      { numRuns: 50 },
    );
  });
});

describe("sobol({ scramble: true })", () => {
  it("still hits each of 2^m strata once in each column", () => {
    fc.assert(
      fc.property(fc.nat(10), fc.integer({ min: 1, max: 64 }), fc.nat(), (m, dimensions, seed) => {
        for (const column of scrambled(2 ** m, dimensions, seed)) {
          expect(sortedStrata(column, 2 ** m)).toEqual(range(2 ** m));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("still holds one point in every elementary box of the first two dimensions", () => {
    for (const seed of range(20)) {
      const m = 8;
      const [x, y] = scrambled(2 ** m, 2, seed) as [Float64Array, Float64Array];
      for (const a of range(m + 1)) {
        const boxes = Array.from(x, (_, row) => {
          return Math.floor(x[row]! * 2 ** a) * 2 ** (m - a) + Math.floor(y[row]! * 2 ** (m - a));
        });
        expect(new Set(boxes).size).toBe(2 ** m);
      }
    }
  });

  it("gives the same points for the same seed and others for others", () => {
    expect(scrambled(64, 3, 7)).toEqual(scrambled(64, 3, 7));
    expect(scrambled(64, 3, 7)).not.toEqual(scrambled(64, 3, 8));
    const firsts = range(200).map((seed) => scrambled(1, 1, seed)[0]![0]!);
    expect(new Set(firsts).size).toBe(200);
  });

  it("puts each point anywhere with the same chance", () => {
    const seeds = 1000;
    for (const row of [0, 1, 5, 77]) {
      const values = Float64Array.from(range(seeds), (seed) => scrambled(row + 1, 2, seed)[1]![row]!);
      const counts = new Array<number>(10).fill(0);
      for (const value of values) counts[Math.floor(value * 10)]! += 1;
      const chiSquared = counts.reduce((sum, count) => sum + (count - seeds / 10) ** 2 / (seeds / 10), 0);
      expect(chiSquared).toBeLessThan(27.9); // 99.9 % point with 9 degrees of freedom
    }
  });

  it("has the mean of the cube up to the digits beyond its strata", () => {
    for (const column of scrambled(1024, 20)) {
      expect(Math.abs(column.reduce((sum, x) => sum + x, 0) / 1024 - 0.5)).toBeLessThan(1 / 1024);
    }
  });

  it("integrates better than random points", () => {
    // The product of 3x² over 4 columns has the integral 1.
    const error = (seed: number) => {
      const rows = rowsOf(scrambled(1024, 4, seed));
      const sum = rows.reduce((total, row) => total + row.reduce((product, x) => product * 3 * x * x, 1), 0);
      return (sum / 1024 - 1) ** 2;
    };
    const rms = Math.sqrt(range(20).reduce((sum, seed) => sum + error(seed), 0) / 20);
    const randomRms = Math.sqrt(((9 / 5) ** 4 - 1) / 1024);
    expect(rms).toBeLessThan(randomRms / 4);
  });

  it("needs a seed", () => {
    expect(() =>
      drawPoints(sobol({ scramble: true }), { ...uniformRequest(4, 1), seed: undefined as never }),
    ).toThrow(TypeError);
  });
});
