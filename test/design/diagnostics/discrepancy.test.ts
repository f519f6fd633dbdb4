import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discrepancy } from "../../../src/design/diagnostics/discrepancy.ts";
import { meanTreeEdge } from "../../../src/design/diagnostics/mean-tree-edge.ts";
import { minDistance } from "../../../src/design/diagnostics/min-distance.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { halton } from "../../../src/design/methods/halton.ts";
import { random } from "../../../src/design/methods/random.ts";
import type { SamplingMethod } from "../../../src/design/methods/sampling-method.ts";
import { sobol } from "../../../src/design/methods/sobol.ts";
import { sharedPath } from "../../util/shared.ts";
import { uniformRequest } from "../methods/uniform-request.ts";

const VECTORS = sharedPath("reference/vectors.json");
const METHODS = ["CD", "WD", "MD", "L2-star"] as const;

function columnsOf(rows: readonly (readonly number[])[]): Float64Array[] {
  return rows[0]!.map((_, column) => Float64Array.from(rows, (row) => row[column]!));
}

/** The centres of a design of levels 1 to q. */
function levels(q: number, rows: readonly string[]): Float64Array[] {
  return columnsOf(rows.map((row) => [...row].map((level) => (2 * Number(level) - 1) / (2 * q))));
}

const FANG_A = levels(6, ["13", "26", "32", "45", "51", "64"]);
const FANG_B = levels(6, ["15", "24", "33", "42", "51", "66"]);
const ZHOU = levels(2, ["211222", "122222", "211111", "111122", "122211", "222211", "222122"]);
const points = (method: SamplingMethod, n: number, dimensions: number) => {
  return drawPoints(method, uniformRequest(n, dimensions));
};
const SAMPLES: Record<string, Float64Array[]> = {
  fang_A: FANG_A,
  fang_B: FANG_B,
  zhou_ex4: ZHOU,
  sobol_2d_8: points(sobol(), 8, 2),
  sobol_3d_16: points(sobol(), 16, 3),
  sobol_6d_64: points(sobol(), 64, 6),
  halton_2d_5: points(halton(), 5, 2),
  halton_3d_10: points(halton(), 10, 3),
};

function expectRelative(actual: number, expected: number, tolerance = 1e-12): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}

/** The formulas as they are printed. */
function oracle(columns: readonly Float64Array[], method: (typeof METHODS)[number]): number {
  const s = columns.length;
  const n = columns[0]!.length;
  const over = (factor: (column: Float64Array) => number) => {
    return columns.reduce((product, column) => product * factor(column), 1);
  };
  const { abs, max } = Math;
  const point: Record<typeof method, (x: number) => number> = {
    CD: (x) => 1 + 0.5 * abs(x - 0.5) - 0.5 * abs(x - 0.5) ** 2,
    WD: () => 0,
    MD: (x) => 5 / 3 - 0.25 * abs(x - 0.5) - 0.25 * abs(x - 0.5) ** 2,
    "L2-star": (x) => 1 - x ** 2,
  };
  const pair: Record<typeof method, (x: number, y: number) => number> = {
    CD: (x, y) => 1 + 0.5 * abs(x - 0.5) + 0.5 * abs(y - 0.5) - 0.5 * abs(x - y),
    WD: (x, y) => 1.5 - abs(x - y) * (1 - abs(x - y)),
    MD: (x, y) => 15 / 8 - abs(x - 0.5) / 4 - abs(y - 0.5) / 4 - 0.75 * abs(x - y) + 0.5 * abs(x - y) ** 2,
    "L2-star": (x, y) => 1 - max(x, y),
  };
  let [pointSum, pairSum] = [0, 0];
  for (let i = 0; i < n; i++) {
    pointSum += over((column) => point[method](column[i]!));
    for (let j = 0; j < n; j++) pairSum += over((column) => pair[method](column[i]!, column[j]!));
  }
  const [points, pairs] = [pointSum / n, pairSum / n ** 2];
  if (method === "CD") return (13 / 12) ** s - 2 * points + pairs;
  if (method === "WD") return -((4 / 3) ** s) + pairs;
  if (method === "MD") return (19 / 12) ** s - 2 * points + pairs;
  return Math.sqrt(max(0, 3 ** -s - 2 ** (1 - s) * points + pairs));
}

describe("discrepancy()", () => {
  it.each([
    [
      "Fang 2006 A",
      FANG_A,
      [0.008142039609053464, 0.01684670781892894, 0.014895592206789487, 0.06833606212558091],
    ],
    [
      "Fang 2006 B",
      FANG_B,
      [0.010456854423869011, 0.019418724279835153, 0.017660509902262422, 0.08357411203025812],
    ],
    [
      "Zhou 2013 ex. 4",
      ZHOU,
      [0.31716801819952645, 1.3680112396681938, 2.499950475328891, 0.03745051740805082],
    ],
  ])("has the published values of %s", (_, design, expected) => {
    METHODS.forEach((method, i) => {
      expectRelative(discrepancy(design, { method }), expected[i]!);
    });
  });

  it("has the centred discrepancies of the first points of sequences", () => {
    expectRelative(discrepancy(SAMPLES.sobol_2d_8!), 0.013882107204860938);
    expectRelative(discrepancy(SAMPLES.sobol_3d_16!), 0.00787341567101274);
    expectRelative(discrepancy(SAMPLES.halton_2d_5!), 0.08889371141975322);
  });

  it("has the L2-star discrepancy 3^(-s/2) for one point at the far corner", () => {
    for (const s of [1, 2, 5, 10]) {
      const corner = Array.from({ length: s }, () => Float64Array.of(1));
      expectRelative(discrepancy(corner, { method: "L2-star" }), 3 ** (-s / 2));
    }
  });

  it.skipIf(VECTORS === null)("equals every reference vector, as do minDistance() and meanTreeEdge()", () => {
    const vectors = JSON.parse(readFileSync(VECTORS as string, "utf8")).discrepancy;
    expect(Object.keys(SAMPLES)).toEqual(Object.keys(vectors));
    for (const [name, design] of Object.entries(SAMPLES)) {
      for (const method of METHODS) expectRelative(discrepancy(design, { method }), vectors[name][method]);
      expectRelative(minDistance(design), vectors[name].mindist, 1e-14);
      expectRelative(meanTreeEdge(design), vectors[name].mst, 1e-14);
    }
  });

  it.each(METHODS)("is what the formula says for random points (%s)", (method) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 6 }), fc.nat(), (n, d, seed) => {
        const design = drawPoints(random(), uniformRequest(n, d, { seed }));
        expectRelative(discrepancy(design, { method }), oracle(design, method));
      }),
    );
  });

  it("does not depend on the order of points or columns, nor CD, WD and MD on mirroring", () => {
    const design = points(random(), 30, 3);
    for (const method of METHODS) {
      const shuffled = design.toReversed().map((column) => column.toReversed());
      expectRelative(discrepancy(shuffled, { method }), discrepancy(design, { method }));
    }
    for (const method of ["CD", "WD", "MD"] as const) {
      const mirrored = design.map((column) => column.map((x) => 1 - x));
      expectRelative(discrepancy(mirrored, { method }), discrepancy(design, { method }));
    }
  });

  it("tells even points from uneven ones", () => {
    for (const method of METHODS) {
      const even = discrepancy(points(sobol({ scramble: true }), 256, 3), { method });
      expect(even).toBeLessThan(discrepancy(points(random(), 256, 3), { method }));
    }
  });

  it("refuses what is not a set of points in the cube", () => {
    expect(() => discrepancy([])).toThrow("There must be at least one column and one point");
    expect(() => discrepancy([new Float64Array(0)])).toThrow(RangeError);
    expect(() => discrepancy([Float64Array.of(0.5), Float64Array.of(0.5, 0.6)])).toThrow(
      "Columns must have the same length, got 1 and 2",
    );
    expect(() => discrepancy([Float64Array.of(0.5, 1.5)])).toThrow("Points must be in [0, 1], got 1.5");
    expect(() => discrepancy([Float64Array.of(Number.NaN)])).toThrow(RangeError);
    expect(() => discrepancy(FANG_A, { method: "toString" as never })).toThrow(
      "method must be one of CD, WD, MD, L2-star, got toString",
    );
  });
});
