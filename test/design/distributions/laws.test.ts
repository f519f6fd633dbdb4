import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta } from "../../../src/design/distributions/beta.ts";
import { choice } from "../../../src/design/distributions/choice.ts";
import { constant } from "../../../src/design/distributions/constant.ts";
import type { Distribution } from "../../../src/design/distributions/distribution.ts";
import { empirical } from "../../../src/design/distributions/empirical.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { logNormal } from "../../../src/design/distributions/log-normal.ts";
import { logUniform } from "../../../src/design/distributions/log-uniform.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { triangular } from "../../../src/design/distributions/triangular.ts";
import { truncatedNormal } from "../../../src/design/distributions/truncated-normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { weibull } from "../../../src/design/distributions/weibull.ts";
import { sharedPath } from "../../util/shared.ts";
import { expectClose } from "./expect-close.ts";

const FUNCTIONS: Record<string, (...args: never[]) => Distribution> = {
  beta,
  choice,
  constant,
  empirical,
  integers,
  logNormal,
  logUniform,
  normal,
  triangular,
  truncatedNormal,
  uniform,
  weibull,
};

const real = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: 1e-3, max: 1e3, noNaN: true });
const ordered = fc.tuple(real, real).map(([x, y]) => [Math.min(x, y) + 0, Math.max(x, y) + 0] as const);
const orderedPositive = fc
  .tuple(positive, positive)
  .map(([x, y]) => [Math.min(x, y), Math.max(x, y)] as const);
const shape = fc.double({ min: 0.05, max: 50, noNaN: true });

/** A distribution of numbers with the bounds that it must keep to. */
interface Bounded {
  distribution: Distribution<number>;
  min: number;
  max: number;
}

const bounded: fc.Arbitrary<Bounded> = fc.oneof(
  ordered.map(([min, max]) => ({ distribution: uniform(min, max), min, max })),
  fc
    .tuple(ordered, positive)
    .map(([[min, max], step]) => ({ distribution: uniform(min, max, { step }), min, max })),
  ordered
    .map(([min, max]) => [Math.ceil(min) + 0, Math.ceil(max) + 0] as const)
    .map(([min, max]) => ({ distribution: integers(min, max), min, max })),
  orderedPositive.map(([min, max]) => ({ distribution: logUniform(min, max), min, max })),
  fc
    .tuple(ordered, fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([[min, max], c]) => ({ min, max, mode: Math.min(Math.max(min + c * (max - min), min), max) }))
    .map(({ min, max, mode }) => ({ distribution: triangular(min, max, { mode }), min, max })),
  fc
    .tuple(ordered, shape, shape)
    .map(([[min, max], a, b]) => ({ distribution: beta(a, b, { min, max }), min, max })),
  fc
    .tuple(ordered, real, positive)
    .map(([[min, max], mean, sd]) => ({ distribution: truncatedNormal(mean, sd, { min, max }), min, max })),
);
const unbounded: fc.Arbitrary<Bounded> = fc
  .oneof(
    fc.tuple(real, positive).map(([mean, sd]) => normal(mean, sd)),
    fc.tuple(shape, positive).map(([shape, scale]) => weibull(shape, scale)),
    fc
      .tuple(fc.double({ min: -50, max: 50, noNaN: true }), shape)
      .map(([logMean, logSd]) => logNormal(logMean, logSd)),
    fc.tuple(real, positive, real).map(([mean, sd, min]) => truncatedNormal(mean, sd, { min })),
    fc.tuple(real, positive, real).map(([mean, sd, max]) => truncatedNormal(mean, sd, { max })),
  )
  .map((distribution) => ({ distribution, min: -Number.MAX_VALUE, max: Number.MAX_VALUE }));

/** Shares as random streams make them: multiples of 2^-53, with a liking for both ends. */
const share = fc.maxSafeNat().map((k) => k * 2 ** -53);
const ENDS = [0, 2 ** -53, 1 - 2 ** -53];

describe("every distribution of numbers", () => {
  it("keeps to its bounds and is finite, up to both ends", () => {
    fc.assert(
      fc.property(fc.oneof(bounded, unbounded), share, ({ distribution, min, max }, u) => {
        for (const value of [...ENDS, u].map(distribution.quantile)) {
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("rises with the share, but for rounding", () => {
    fc.assert(
      fc.property(fc.oneof(bounded, unbounded), share, share, ({ distribution }, u, v) => {
        const [low, high] = [Math.min(u, v), Math.max(u, v)].map(distribution.quantile) as [number, number];
        const { kind, args } = distribution;
        const unit = kind === "truncatedNormal" ? (args[1] as number) : 0;
        expect(low).toBeLessThanOrEqual(high + Math.abs(high) * 1e-13 + unit * 1e-15);
      }),
      { numRuns: 1000 },
    );
  });

  it("is made again from its kind and its arguments after a trip through JSON", () => {
    fc.assert(
      fc.property(fc.oneof(bounded, unbounded), share, ({ distribution }, u) => {
        const { kind, args } = JSON.parse(JSON.stringify(distribution)) as { kind: string; args: never[] };
        const again = FUNCTIONS[kind]?.(...args);
        expect(again?.quantile(u)).toBe(distribution.quantile(u));
        expect(JSON.stringify(again)).toBe(JSON.stringify(distribution));
      }),
    );
  });
});

describe("every distribution of other values", () => {
  it.each([
    constant("x"),
    constant(null),
    empirical(["b", "a", null]),
    choice(["a", "b"], { weights: [1, 2] }),
    choice([true, false]),
    integers(0, 9, { step: 2 }),
  ] as Distribution[])("$kind is made again from its arguments", (distribution) => {
    const { kind, args } = JSON.parse(JSON.stringify(distribution)) as { kind: string; args: never[] };
    const again = FUNCTIONS[kind]?.(...args);
    for (const u of [...ENDS, 0.3, 0.5, 0.7]) expect(again?.quantile(u)).toBe(distribution.quantile(u));
  });
});

const VECTORS = sharedPath("reference/vectors.json");

describe.skipIf(VECTORS === null)("the reference vectors (scipy 1.17.1)", () => {
  const { ppf } = JSON.parse(VECTORS === null ? '{"ppf":{}}' : readFileSync(VECTORS, "utf8")) as {
    ppf: Record<string, number[]>;
  };

  it.each<[string, Distribution<number>]>([
    ["norm(0,1)", normal(0, 1)],
    ["truncnorm(lb=-1,ub=2,mean=0.5,sd=1)", truncatedNormal(0.5, 1, { min: -1, max: 2 })],
    ["triang(start=1,end=3,c=0.5)", triangular(1, 3, { mode: 2 })],
    ["lognorm(mu=1,sigma=0.2)", logNormal(1, 0.2)],
    ["loguniform(1e-4,1e-1)", logUniform(1e-4, 1e-1)],
    ["beta(2,5)", beta(2, 5)],
    ["weibull(k=1.5,scale=2)", weibull(1.5, 2)],
  ])("%s", (name, { quantile }) => {
    const expected = ppf[name] as number[];
    expect(ppf.u).toHaveLength(expected.length);
    ppf.u?.forEach((u, index) => {
      expectClose(quantile(u), expected[index] as number, 5e-15);
    });
  });
});

describe("the published quantiles", () => {
  const SHARES = [0.001, 0.1, 0.25, 0.5, 0.9, 0.999];

  it.each<[string, Distribution<number>, number[]]>([
    [
      "truncated normal",
      truncatedNormal(0.5, 1, { min: -1, max: 2 }),
      [
        -0.993343961112253, -0.5217663020442258, -0.07276000694866613, 0.5, 1.5217663020442258,
        1.993343961112253,
      ],
    ],
    [
      "triangular",
      triangular(1, 3, { mode: 2 }),
      [1.0447213595499958, 1.4472135954999579, 1.7071067811865475, 2, 2.552786404500042, 2.955278640450004],
    ],
  ])("of the %s distribution (scipy 1.17.1)", (_, { quantile }, expected) => {
    SHARES.forEach((u, index) => {
      expectClose(quantile(u), expected[index] as number, 5e-15);
    });
  });

  it("of the log-uniform distribution (scipy 1.17.1)", () => {
    expectClose(logUniform(1e-4, 0.1).quantile(0.5), 0.003162277660168382, 5e-15);
  });
});

describe("the values of every engine", () => {
  // Made by Deno 2.9.5 (V8 15.0); the tests run on Node, where Math.log and Math.exp have other last bits.
  it.each<[Distribution<number>, number[]]>([
    [normal(0, 1), [-2.2462187472380415, -0.5244005127080407, 2.246187508692103]],
    [logNormal(0, 1), [0.10579852011379517, 0.5919101006095542, 9.451632790954257]],
    [logUniform(0.001, 1000), [0.001185959886911738, 0.0630957344480193, 843.1871900734004]],
    [triangular(0, 3, { mode: 1 }), [0.19244479727963548, 0.9486832980505138, 2.7278309348952385]],
    [beta(2.5, 0.7), [0.2128360776644495, 0.7097758912148804, 0.9993054016422164]],
    [
      truncatedNormal(0, 1, { min: -2, max: 1 }),
      [-1.8403875163423893, -0.6178760730114089, 0.9590704690322719],
    ],
    [truncatedNormal(0, 1, { min: 40 }), [40.000310350881655, 40.00891031978351, 40.10964196443079]],
  ])("are these to the last bit (%#)", ({ quantile }, expected) => {
    expect([0.012345, 0.3, 0.987654].map(quantile)).toEqual(expected);
  });
});
