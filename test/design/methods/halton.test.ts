import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { halton } from "../../../src/design/methods/halton.ts";
import { radicalInverses } from "../../../src/design/methods/radical-inverses.ts";
import { sample } from "../../../src/design/sample.ts";
import { sharedPath } from "../../util/shared.ts";
import { range, rowsOf, sortedStrata, uniformRequest } from "./uniform-request.ts";

const VECTORS = sharedPath("reference/vectors.json");
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
const sequence = (n: number, dimensions: number) => drawPoints(halton(), uniformRequest(n, dimensions));
const scrambled = (n: number, dimensions: number, seed = 1) => {
  return drawPoints(halton({ scramble: true }), uniformRequest(n, dimensions, { seed }));
};

/** The radical inverse from the digits as text. */
function oracle(value: number, base: number): number {
  return [...value.toString(base)].reverse().reduce((sum, digit, position) => {
    return sum + Number.parseInt(digit, base) / base ** (position + 1);
  }, 0);
}

function expectClose(actual: readonly number[][], expected: readonly (readonly number[])[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(actual[i]![j]).toBeCloseTo(value, 15);
    });
  });
}

describe("halton()", () => {
  it("holds the radical inverses of the row number in prime bases", () => {
    const expected = [
      [0, 0, 0, 0, 0, 0],
      [1 / 2, 1 / 3, 1 / 5, 1 / 7, 1 / 11, 1 / 13],
      [1 / 4, 2 / 3, 2 / 5, 2 / 7, 2 / 11, 2 / 13],
      [3 / 4, 1 / 9, 3 / 5, 3 / 7, 3 / 11, 3 / 13],
      [1 / 8, 4 / 9, 4 / 5, 4 / 7, 4 / 11, 4 / 13],
      [5 / 8, 7 / 9, 1 / 25, 5 / 7, 5 / 11, 5 / 13],
    ];
    expectClose(rowsOf(sequence(6, 6)), expected);
    expect(Array.from(sequence(10, 1)[0]!)).toEqual([
      0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875, 0.0625, 0.5625,
    ]);
    const published = [
      [0.3125, 0.37037037],
      [0.8125, 0.7037037],
      [0.1875, 0.14814815],
      [0.6875, 0.48148148],
      [0.4375, 0.81481481],
    ];
    rowsOf(sequence(15, 2))
      .slice(10)
      .forEach((row, i) => {
        expect(row[0]).toBe(published[i]![0]);
        expect(row[1]).toBeCloseTo(published[i]![1]!, 8);
      });
  });

  it.skipIf(VECTORS === null)("equals every reference vector exactly", () => {
    const vectors = JSON.parse(readFileSync(VECTORS as string, "utf8"));
    const rows = rowsOf(sequence(200, 32));
    expect(rows.slice(0, 8)).toEqual(vectors.halton_unscrambled_d32_first8);
    expect(rows[199]!.slice(0, vectors.halton_row_199.length)).toEqual(vectors.halton_row_199);
    expect(rowsOf(sequence(5, 2))).toEqual(vectors.discrepancy.halton_2d_5.sample);
    expect(rowsOf(sequence(10, 3))).toEqual(vectors.discrepancy.halton_3d_10.sample);
  });

  it("has at any row the inverse made from the row's digits, also beyond the table of low digits", () => {
    const n = 60_000;
    const points = sequence(n, PRIMES.length);
    fc.assert(
      fc.property(fc.nat(n - 1), fc.nat(PRIMES.length - 1), (row, dimension) => {
        expect(points[dimension]![row]).toBeCloseTo(oracle(row, PRIMES[dimension]!), 14);
      }),
      { numRuns: 500 },
    );
  });

  it("gives integers and choices a dimension each", () => {
    const columns = { a: integers(0, 3), b: integers(0, 9) };
    expect(sample(columns, 8, { seed: 1, method: halton() }).objects().map(Object.values)).toEqual([
      [0, 0],
      [2, 3],
      [1, 6],
      [3, 1],
      [0, 4],
      [2, 7],
      [1, 2],
      [3, 5],
    ]);
    const mixed = { height: uniform(0, 2), scene: choice(["A", "B", "C"]) };
    const table = sample(mixed, 4, { seed: 1, method: halton() });
    expect(Array.from(table.array("height"))).toEqual([0, 1, 0.5, 1.5]);
    expect(Array.from(table.array("scene"))).toEqual(["A", "B", "C", "A"]);
  });

  it("takes any number of columns", () => {
    const points = sequence(3, 200);
    expect(points[199]![1]).toBe(1 / 1223);
  });

  it("names itself and its options", () => {
    expect(halton()).toMatchObject({ kind: "halton", args: { scramble: false } });
    expect(halton({ scramble: true }).args).toEqual({ scramble: true });
  });

  it.each([false, true])("keeps rows and columns when there are more (scramble: %s)", (scramble) => {
    fc.assert(
      fc.property(fc.nat(6000), fc.nat(6000), fc.nat(5), fc.nat(5), fc.string(), (n, more, d, e, seed) => {
        const small = drawPoints(halton({ scramble }), uniformRequest(n, d, { seed }));
        const large = drawPoints(halton({ scramble }), uniformRequest(n + more, d + e, { seed }));
        expect(large.slice(0, d).map((column) => column.slice(0, n))).toEqual(small);
      }),
      { numRuns: 30 },
    );
  });
});

describe("halton({ scramble: true })", () => {
  it("still hits each of base^m strata once, also between later rows", () => {
    for (const seed of range(5)) {
      const points = scrambled(5 * 2401, 4, seed);
      for (const [dimension, count] of [
        [0, 1024],
        [1, 729],
        [2, 625],
        [3, 2401],
      ] as const) {
        const column = points[dimension]!;
        expect(sortedStrata(column.slice(0, count), count)).toEqual(range(count));
        expect(sortedStrata(column.slice(4 * count, 5 * count), count)).toEqual(range(count));
      }
    }
  });

  it("writes one permutation of the digits at each position for all points", () => {
    const column = scrambled(25 * 25, 3, 3)[2]!;
    const first = Array.from(column, (x) => Math.floor(x * 5));
    const second = Array.from(column, (x) => Math.floor(x * 25) % 5);
    range(625).forEach((row) => {
      expect(first[row]).toBe(first[row % 5]);
      expect(second[row]).toBe(second[(Math.floor(row / 5) % 5) * 5]);
    });
  });

  it("gives the same points for the same seed and others for others", () => {
    expect(scrambled(64, 3, 7)).toEqual(scrambled(64, 3, 7));
    expect(scrambled(64, 3, 7)).not.toEqual(scrambled(64, 3, 8));
    expect(() =>
      drawPoints(halton({ scramble: true }), { ...uniformRequest(4, 1), seed: undefined as never }),
    ).toThrow(TypeError);
  });

  it("puts each point anywhere with the same chance", () => {
    const seeds = 1000;
    for (const [row, dimension] of [
      [0, 0],
      [0, 2],
      [7, 1],
    ] as const) {
      const counts = new Array<number>(10).fill(0);
      for (const seed of range(seeds)) {
        counts[Math.floor(scrambled(row + 1, dimension + 1, seed)[dimension]![row]! * 10)]! += 1;
      }
      const chiSquared = counts.reduce((sum, count) => sum + (count - seeds / 10) ** 2 / (seeds / 10), 0);
      expect(chiSquared).toBeLessThan(27.9); // 99.9 % point with 9 degrees of freedom
    }
  });

  it("stays below 1 when every digit becomes the largest one", () => {
    const digits = new Uint32Array(2 * 53).fill(1);
    const column = new Float64Array(5);
    radicalInverses(2, { digits })(column, 0);
    expect(Math.max(...column)).toBeLessThan(1);
    expect(Math.min(...column)).toBeGreaterThan(0.999);
  });
});
