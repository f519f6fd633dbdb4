import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { discrepancy } from "../../../src/design/diagnostics/discrepancy.ts";
import { minDistance } from "../../../src/design/diagnostics/min-distance.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { drawPoints } from "../../../src/design/methods/draw-points.ts";
import { type LatinHypercubeOptions, latinHypercube } from "../../../src/design/methods/latin-hypercube.ts";
import type { SamplingRequest } from "../../../src/design/methods/sampling-method.ts";
import { sample } from "../../../src/design/sample.ts";
import { range, rowsOf, sortedStrata, uniformRequest } from "./uniform-request.ts";

function design(request: SamplingRequest, options?: LatinHypercubeOptions): Float64Array[] {
  return drawPoints(latinHypercube(options), request);
}

function expectLatin(points: readonly Float64Array[], n: number): void {
  for (const column of points) expect(sortedStrata(column, n)).toEqual(range(n));
}

/** Each pair of columns has one point in each of p × p cells. */
function expectOrthogonal(points: readonly Float64Array[], prime: number): void {
  points.forEach((x, i) => {
    for (const y of points.slice(i + 1)) {
      const cells = Array.from(
        x,
        (_, row) => Math.floor(prime * x[row]!) * prime + Math.floor(prime * y[row]!),
      );
      expect(cells.sort((a, b) => a - b)).toEqual(range(prime * prime));
    }
  });
}

const REQUESTS = fc
  .record({ n: fc.integer({ min: 0, max: 200 }), d: fc.integer({ min: 1, max: 6 }), seed: fc.string() })
  .map(({ n, d, seed }) => uniformRequest(n, d, { seed }));
const SMALL_REQUESTS = fc
  .record({ n: fc.integer({ min: 1, max: 24 }), d: fc.integer({ min: 1, max: 4 }), seed: fc.string() })
  .map(({ n, d, seed }) => uniformRequest(n, d, { seed }));

describe("latinHypercube()", () => {
  it("has one point in each stratum of each column", () => {
    fc.assert(
      fc.property(REQUESTS, (request) => {
        const points = design(request);
        expect(points).toHaveLength(request.columns.length);
        expectLatin(points, request.n);
      }),
    );
  });

  it("is the same for the same seed, and each column depends on its name alone", () => {
    const request = uniformRequest(30, 3, { seed: 5 });
    expect(design(request)).toEqual(design(request));
    expect(design(request)).not.toEqual(design({ ...request, seed: 6 }));
    expect(design({ ...request, columns: request.columns.toReversed() })).toEqual(
      design(request).toReversed(),
    );
    expect(new Set(design(request).map(String)).size).toBe(3);
  });

  it("puts each row into each stratum, and anywhere in it, with the same chance", () => {
    const seeds = 3000;
    const counts = new Array<number>(20).fill(0);
    for (const seed of range(seeds)) {
      counts[Math.floor(design(uniformRequest(5, 1, { seed }))[0]![2]! * 20)]! += 1;
    }
    const chiSquared = counts.reduce((sum, count) => sum + (count - seeds / 20) ** 2 / (seeds / 20), 0);
    expect(chiSquared).toBeLessThan(43.8); // 99.9 % point with 19 degrees of freedom
  });

  it("does not pair columns or neighbouring seeds", () => {
    const n = 4000;
    const [x, y] = design(uniformRequest(n, 2, { seed: 1 })) as [Float64Array, Float64Array];
    const [z] = design(uniformRequest(n, 1, { seed: 2 })) as [Float64Array];
    for (const other of [y, z]) {
      const r = x.reduce((sum, value, row) => sum + (value - 0.5) * (other[row]! - 0.5), 0) * (12 / n);
      expect(Math.abs(r)).toBeLessThan(3.3 / Math.sqrt(n));
    }
  });

  it("takes the middle of each stratum with scramble: false", () => {
    fc.assert(
      fc.property(REQUESTS, (request) => {
        for (const column of design(request, { scramble: false })) {
          expect(Array.from(column.toSorted())).toEqual(range(request.n).map((j) => (j + 0.5) / request.n));
        }
      }),
    );
    const [x] = design(uniformRequest(100, 1), { scramble: false });
    expect(Array.from(x!)).not.toEqual(Array.from(x!.toSorted()));
  });

  it("spreads integers and choices evenly in a sample", () => {
    const columns = { height: uniform(0, 2), reps: integers(1, 10), scene: choice(["A", "B"]) };
    const table = sample(columns, 100, { seed: 1, method: latinHypercube() });
    for (const rep of range(10)) {
      expect(Array.from(table.array("reps")).filter((value) => value === rep + 1)).toHaveLength(10);
    }
    expect(Array.from(table.array("scene")).filter((value) => value === "A")).toHaveLength(50);
    expect(Math.max(...(table.array("height") as Float64Array))).toBeGreaterThan(1.98);
  });

  it("names itself and its options", () => {
    expect(latinHypercube()).toMatchObject({ kind: "latinHypercube", args: { scramble: true, strength: 1 } });
    const args = { scramble: true, strength: 1, optimization: "maximin", candidates: 20 } as const;
    expect(latinHypercube({ optimization: "maximin" }).args).toEqual(args);
    expect(latinHypercube({ nestedFrom: 3 }).args).toEqual({ scramble: true, strength: 1, nestedFrom: 3 });
    expect(latinHypercube(args).args).toEqual(args);
  });

  it("refuses options that it does not have", () => {
    expect(() => latinHypercube({ strength: 3 as never })).toThrow("strength must be 1 or 2, got 3");
    expect(() => latinHypercube({ optimization: "lloyd" as never })).toThrow(RangeError);
    expect(() => latinHypercube({ candidates: 0 })).toThrow(
      "candidates must be a whole number, 1 or more, got 0",
    );
    expect(() => latinHypercube({ nestedFrom: 1.5 })).toThrow(RangeError);
    expect(() => latinHypercube({ nestedFrom: 4, strength: 2 })).toThrow("cannot be extended");
    expect(() => latinHypercube({ nestedFrom: 4, scramble: false })).toThrow("cannot be extended");
    expect(() => design({ ...uniformRequest(3, 1), seed: undefined as never })).toThrow(TypeError);
  });
});

describe("latinHypercube({ strength: 2 })", () => {
  const PRIMES = fc.constantFrom(2, 3, 5, 7, 11);

  it("is a Latin hypercube with one point in each of p × p cells for each pair of columns", () => {
    fc.assert(
      fc.property(PRIMES, fc.nat(11), fc.string(), fc.boolean(), (prime, columns, seed, scramble) => {
        const request = uniformRequest(prime ** 2, 1 + (columns % (prime + 1)), { seed });
        const points = design(request, { strength: 2, scramble });
        expectLatin(points, prime ** 2);
        expectOrthogonal(points, prime);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses other numbers of rows and too many columns", () => {
    for (const n of [0, 1, 16, 24, 36]) {
      expect(() => design(uniformRequest(n, 2), { strength: 2 })).toThrow("n must be the square of a prime");
    }
    expect(() => design(uniformRequest(25, 7), { strength: 2 })).toThrow(
      "With strength 2, 25 rows (5 squared) allow at most 6 columns, got 7",
    );
    expect(design(uniformRequest(25, 6), { strength: 2 })).toHaveLength(6);
  });

  it("has its rows in random order", () => {
    const rows = new Set(
      range(20).map((seed) => String(design(uniformRequest(9, 1, { seed }), { strength: 2 }))),
    );
    expect(rows.size).toBe(20);
    const coarse = Array.from(design(uniformRequest(121, 1), { strength: 2 })[0]!, (x) => Math.floor(x * 11));
    expect(coarse.filter((level, row) => level === coarse[row + 1]).length).toBeLessThan(30);
  });
});

describe('latinHypercube({ optimization: "random-cd" })', () => {
  const optimization = "random-cd";

  it("is a Latin hypercube never worse than without", () => {
    fc.assert(
      fc.property(SMALL_REQUESTS, (request) => {
        const points = design(request, { optimization });
        expectLatin(points, request.n);
        expect(discrepancy(points)).toBeLessThanOrEqual(discrepancy(design(request)) + 1e-13);
        expect(points).toEqual(design(request, { optimization }));
      }),
      { numRuns: 40 },
    );
  });

  it("is much better than without", () => {
    const request = uniformRequest(40, 4);
    expect(discrepancy(design(request, { optimization }))).toBeLessThan(0.6 * discrepancy(design(request)));
  });

  it("keeps strength 2 and centres", () => {
    const request = uniformRequest(49, 5);
    const options = { strength: 2, scramble: false } as const;
    const points = design(request, { ...options, optimization });
    expectLatin(points, 49);
    expectOrthogonal(points, 7);
    for (const column of points) {
      expect(Array.from(column.toSorted())).toEqual(range(49).map((j) => (j + 0.5) / 49));
    }
    expect(discrepancy(points)).toBeLessThan(discrepancy(design(request, options)));
  });
});

describe('latinHypercube({ optimization: "maximin" })', () => {
  it("is a Latin hypercube with no smaller distance than the first candidate", () => {
    fc.assert(
      fc.property(SMALL_REQUESTS, (request) => {
        const points = design(request, { optimization: "maximin" });
        expectLatin(points, request.n);
        expect(minDistance(points)).toBeGreaterThanOrEqual(minDistance(design(request)));
        expect(design(request, { optimization: "maximin", candidates: 1 })).toEqual(design(request));
      }),
      { numRuns: 40 },
    );
  });

  it("gets no worse with more candidates", () => {
    const request = uniformRequest(30, 3);
    const distances = [1, 5, 20, 100].map((candidates) => {
      return minDistance(design(request, { optimization: "maximin", candidates }));
    });
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
    expect(distances[3]).toBeGreaterThan(distances[0]!);
  });

  it("keeps strength 2", () => {
    const points = design(uniformRequest(25, 4), { strength: 2, optimization: "maximin" });
    expectLatin(points, 25);
    expectOrthogonal(points, 5);
  });
});

describe("latinHypercube({ nestedFrom })", () => {
  const OPTIMIZATIONS = fc.constantFrom(undefined, "random-cd" as const, "maximin" as const);

  it("keeps the rows of each smaller design, each a Latin hypercube", () => {
    fc.assert(
      fc.property(SMALL_REQUESTS, fc.nat(3), OPTIMIZATIONS, ({ n, ...rest }, doublings, optimization) => {
        const all = design({ ...rest, n: n * 2 ** doublings }, { nestedFrom: n, optimization });
        expect(rowsOf(all).slice(0, n)).toEqual(rowsOf(design({ ...rest, n }, { optimization })));
        for (const k of range(doublings + 1)) {
          const size = n * 2 ** k;
          const smaller = design({ ...rest, n: size }, { nestedFrom: n, optimization });
          expect(all.map((column) => column.slice(0, size))).toEqual(smaller);
          expectLatin(smaller, size);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("optimizes the added rows", () => {
    const request = uniformRequest(64, 3);
    const plain = discrepancy(design(request, { nestedFrom: 16 }));
    expect(discrepancy(design(request, { nestedFrom: 16, optimization: "random-cd" }))).toBeLessThan(plain);
  });

  it("refuses a number of rows that is not a doubling", () => {
    for (const n of [0, 5, 15, 30]) {
      expect(() => design(uniformRequest(n, 1), { nestedFrom: 10 })).toThrow(
        `With nestedFrom: 10, n must be 10 times 1, 2, 4, 8, …, got ${n}`,
      );
    }
    expect(design(uniformRequest(80, 1), { nestedFrom: 10 })[0]).toHaveLength(80);
  });
});
