import fc from "fast-check";
import { errorFunction } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { beta } from "../../src/design/distributions/beta.ts";
import { choice } from "../../src/design/distributions/choice.ts";
import type { Distribution } from "../../src/design/distributions/distribution.ts";
import { empirical } from "../../src/design/distributions/empirical.ts";
import { integers } from "../../src/design/distributions/integers.ts";
import { logNormal } from "../../src/design/distributions/log-normal.ts";
import { logUniform } from "../../src/design/distributions/log-uniform.ts";
import { normal } from "../../src/design/distributions/normal.ts";
import { triangular } from "../../src/design/distributions/triangular.ts";
import { truncatedNormal } from "../../src/design/distributions/truncated-normal.ts";
import { uniform } from "../../src/design/distributions/uniform.ts";
import { weibull } from "../../src/design/distributions/weibull.ts";
import { halton } from "../../src/design/methods/halton.ts";
import { latinHypercube } from "../../src/design/methods/latin-hypercube.ts";
import { random } from "../../src/design/methods/random.ts";
import { sobol } from "../../src/design/methods/sobol.ts";
import type { Seed } from "../../src/design/random/seed-key.ts";
import { sample } from "../../src/design/sample.ts";
import { chiSquaredExcess } from "./chi-squared.ts";

const N = 20_000;
const phi = (x: number) => (1 + errorFunction(x / Math.SQRT2)) / 2;

/** Distributions of real numbers, with the share of values below x by their textbook formulas. */
const CONTINUOUS: readonly (readonly [string, Distribution<number>, (x: number) => number])[] = [
  ["uniform", uniform(-2, 3), (x) => (x + 2) / 5],
  ["normal", normal(1, 2), (x) => phi((x - 1) / 2)],
  [
    "truncatedNormal",
    truncatedNormal(0, 1, { min: -1, max: 2 }),
    (x) => (phi(x) - phi(-1)) / (phi(2) - phi(-1)),
  ],
  ["logUniform", logUniform(0.01, 10), (x) => Math.log10(x / 0.01) / 3],
  ["logNormal", logNormal(1, 0.5), (x) => phi((Math.log(x) - 1) / 0.5)],
  ["triangular", triangular(0, 4, { mode: 1 }), (x) => (x < 1 ? x ** 2 / 4 : 1 - (4 - x) ** 2 / 12)],
  ["beta", beta(2, 5), (x) => 1 - (1 - x) ** 6 - 6 * x * (1 - x) ** 5],
  ["weibull", weibull(1.5, 2), (x) => 1 - Math.exp(-((x / 2) ** 1.5))],
];

const DISCRETE: readonly (readonly [string, Distribution, ReadonlyMap<unknown, number>])[] = [
  ["integers", integers(-2, 4), new Map([-2, -1, 0, 1, 2, 3, 4].map((x) => [x, 1 / 7]))],
  ["steps", uniform(0, 1, { step: 0.25 }), new Map([0, 0.25, 0.5, 0.75, 1].map((x) => [x, 1 / 5]))],
  ["choice", choice(["a", "b", "é"]), new Map(["a", "b", "é"].map((x) => [x, 1 / 3]))],
  [
    "weights",
    choice(["a", "b"], { weights: [3, 1] }),
    new Map([
      ["a", 0.75],
      ["b", 0.25],
    ]),
  ],
  [
    "empirical",
    empirical([1, 2, 2, 5]),
    new Map([
      [1, 0.25],
      [2, 0.5],
      [5, 0.25],
    ]),
  ],
];

function column(distribution: Distribution, seed: Seed, name = "x"): unknown[] {
  return Array.from(sample({ [name]: distribution }, N, { seed }).array(name) as Iterable<unknown>);
}

/** The largest distance of the shares of a sample from those of a distribution (Kolmogorov and Smirnov). */
function distance(values: readonly number[], share: (x: number) => number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.reduce((largest, x, i) => {
    return Math.max(largest, Math.abs(share(x) - i / N), Math.abs(share(x) - (i + 1) / N));
  }, 0);
}

describe.each([1, "two", 2 ** 40])("a sample with the seed %j", (seed) => {
  it.each(CONTINUOUS)("has the shares of its distribution: %s", (_, distribution, share) => {
    // The 99.9 % point of the test is 1.95 / sqrt(n).
    expect(distance(column(distribution, seed) as number[], share)).toBeLessThan(1.95 / Math.sqrt(N));
  });

  it.each(DISCRETE)("has the shares of its distribution: %s", (_, distribution, shares) => {
    const counts = new Map<unknown, number>([...shares.keys()].map((value) => [value, 0]));
    for (const value of column(distribution, seed)) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()]).toEqual([...shares.keys()]);
    const statistic = [...shares].reduce((sum, [value, share]) => {
      return sum + ((counts.get(value) as number) - N * share) ** 2 / (N * share);
    }, 0);
    const degrees = shares.size - 1;
    expect((statistic - degrees) / Math.sqrt(2 * degrees)).toBeLessThan(5);
  });

  it("has pairs of columns, of neighbouring rows and of neighbouring seeds that are independent", () => {
    const u = uniform(0, 1);
    const both = sample({ x: u, y: u, x1: u }, N, { seed });
    const [x, y, x1] = ["x", "y", "x1"].map((name) => both.array(name) as number[]) as [
      number[],
      number[],
      number[],
    ];
    const other = (next: Seed) => column(u, next) as number[];
    const partners: [string, readonly number[]][] = [
      ["another column", y],
      ["a column with a name alike", x1],
      ["the next row", [...x.slice(1), x[0] as number]],
      ["the row after", [...x.slice(2), x[0] as number, x[1] as number]],
      ["the next row of another column", [...y.slice(1), y[0] as number]],
      ["the next seed", other(typeof seed === "number" ? seed + 1 : `${seed}1`)],
      ["the negative seed", other(typeof seed === "number" ? -seed : `-${seed}`)],
    ];
    for (const [what, partner] of partners) {
      const counts = new Array<number>(64).fill(0);
      x.forEach((value, row) => {
        counts[Math.floor(value * 8) * 8 + Math.floor((partner[row] as number) * 8)]! += 1;
      });
      expect([what, chiSquaredExcess(counts) < 4]).toEqual([what, true]);
    }
  });
});

describe("a sample", () => {
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "a b", "é", "constructor", "0"), { minLength: 1 });
  const distributions = fc.constantFrom<Distribution>(
    uniform(0, 1),
    integers(0, 9),
    choice(["a", "b", null]),
    normal(0, 1),
  );
  const designs = fc.dictionary(
    names.map((list) => list[0] as string),
    distributions,
    { minKeys: 1 },
  );

  it("by random() keeps its values whatever the columns beside them, their order and the number of rows", () => {
    fc.assert(
      fc.property(
        designs,
        fc.string(),
        fc.nat({ max: 40 }),
        fc.nat({ max: 40 }),
        (columns, seed, n, more) => {
          const whole = sample(columns, n + more, { seed });
          for (const name of Object.keys(columns)) {
            const alone = sample({ [name]: columns[name] as Distribution }, n, { seed });
            expect(alone.array(name)).toEqual(Array.from(whole.array(name) as Iterable<unknown>).slice(0, n));
          }
          const reversed = sample(Object.fromEntries(Object.entries(columns).toReversed()), n, { seed });
          for (const name of Object.keys(columns)) {
            const first = Array.from(whole.array(name) as Iterable<unknown>).slice(0, n);
            expect(reversed.array(name)).toEqual(first);
          }
        },
      ),
    );
  });

  it("is the same for the same seed, by every method", () => {
    const methods = fc.constantFrom(
      random(),
      sobol({ scramble: true }),
      halton({ scramble: true }),
      latinHypercube({ optimization: "maximin", candidates: 2 }),
    );
    fc.assert(
      fc.property(designs, fc.string(), fc.nat({ max: 30 }), methods, (columns, seed, n, method) => {
        const rows = () => sample(columns, n, { seed, method }).objects();
        expect(rows()).toEqual(rows());
      }),
    );
  });
});
