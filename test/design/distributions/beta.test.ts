import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta } from "../../../src/design/distributions/beta.ts";
import { betaTails } from "../../../src/design/distributions/beta-tails.ts";
import { expectClose } from "./expect-close.ts";

const SHARES = [1e-6, 0.01, 0.5, 0.9, 0.999999];

/** Shapes a and b, and the quantiles of SHARES as scipy 1.17.1 gives them (`stats.beta.ppf`). */
const SCIPY: [number, number, number[]][] = [
  [
    2,
    5,
    [
      0.00025828782935406356, 0.026763191142755053, 0.26444998329566005, 0.5103163065514917,
      0.9555730480299243,
    ],
  ],
  [
    0.5,
    0.5,
    [
      2.46740110027031e-12, 0.00024671981713422146, 0.4999999999999999, 0.9755282581475768,
      0.9999999999975326,
    ],
  ],
  [
    1,
    3,
    [
      3.333334444445062e-7, 0.0033445065874036367, 0.20629947401590026, 0.5358411166387221,
      0.9899999999999042,
    ],
  ],
  [
    50,
    1,
    [0.7585775750291838, 0.9120108393559098, 0.9862327044933592, 0.9978950082958632, 0.9999999799999902],
  ],
  [
    50,
    50,
    [0.274651294141432, 0.3849604982926191, 0.4999999999999999, 0.5639735809275088, 0.7253487058583226],
  ],
  [
    0.2,
    8,
    [
      8.58023250610923e-32, 8.580232506538655e-12, 0.0027241474783731086, 0.07643105598313517,
      0.7416419456327399,
    ],
  ],
  [
    1000,
    3,
    [0.9810713453547767, 0.9916376029695956, 0.9973321745805727, 0.9988996410083729, 0.999981764113265],
  ],
  [
    1e4,
    2e4,
    [0.3204783513721019, 0.3270183938757071, 0.33332962958390583, 0.33682362685962247, 0.346348247147259],
  ],
];

/** a, b, x, and the shares below and above x as mpmath 1.4.1 gives them with 60 digits. */
const MPMATH: [number, number, number, number, number][] = [
  [2, 5, 0.1, 0.114265, 0.885735],
  [0.5, 0.5, 0.001, 0.020135041633377492, 0.9798649583666225],
  [50, 20, 0.6, 0.02147940135467524, 0.9785205986453248],
  [50, 20, 0.9, 0.999991126008297, 8.873991702977724e-6],
  [0.01, 3, 0.2, 0.9950871182313159, 0.004912881768684041],
];

describe("beta()", () => {
  it.each(SCIPY)("agrees with scipy for shapes %d and %d", (a, b, expected) => {
    const { quantile } = beta(a, b);
    SHARES.forEach((u, index) => {
      expectClose(quantile(u), expected[index] as number, 2e-14);
    });
  });

  it("has closed forms when a shape is 1", () => {
    for (const u of [0, 2 ** -53, 1e-9, 0.3, 0.5, 0.99, 1 - 2 ** -53]) {
      expectClose(beta(1, 1).quantile(u), u, 1e-14);
      expectClose(beta(4, 1).quantile(u), u ** 0.25, 1e-14);
      expectClose(beta(1, 4).quantile(u), -Math.expm1(Math.log1p(-u) / 4), 1e-14);
    }
  });

  it("stretches to its bounds and keeps to them", () => {
    expect(beta(2, 2, { min: -3, max: 5 }).quantile(0.5)).toBeCloseTo(1, 14);
    expect(beta(0.001, 0.001, { min: 0.1, max: 0.3 }).quantile(1 - 2 ** -53)).toBe(0.3);
    expect(beta(0.001, 0.001, { min: 0.1, max: 0.3 }).quantile(2 ** -53)).toBe(0.1);
    expect(beta(2, 3, { min: 7, max: 7 }).quantile(0.4)).toBe(7);
  });

  it("is undone by the distribution function", () => {
    const shape = fc.double({ min: 0.05, max: 200, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (a, b, u) => {
        const x = beta(a, b).quantile(u);
        fc.pre(x > 1e-290 && x < 1);
        const { lower, upper, slope } = betaTails(a, b)(x);
        const roundingOfX = (slope / x) * 2 ** -53;
        expect(Math.abs(lower - u)).toBeLessThan(5e-14 + 2 * roundingOfX);
        expect(lower + upper).toBeCloseTo(1, 15);
      }),
    );
  });

  it("mirrors when the shapes change places", () => {
    const shape = fc.double({ min: 0.1, max: 100, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.integer({ min: 1, max: 1023 }), (a, b, k) => {
        expect(beta(a, b).quantile(k / 1024)).toBeCloseTo(1 - beta(b, a).quantile(1 - k / 1024), 13);
      }),
    );
  });

  it("refuses shapes and bounds that make no distribution", () => {
    expect(() => beta(0, 1)).toThrow("a must be from 0.001 to 1000000, got 0");
    expect(() => beta(1, Number.NaN)).toThrow("b must be from 0.001 to 1000000, got NaN");
    expect(() => beta(1, 1, { min: 2 })).toThrow("min must not exceed max, got 2 and 1");
    expect(() => beta(1, 1, { max: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  });
});

describe("betaTails()", () => {
  it.each(MPMATH)("agrees with mpmath for shapes %d and %d at %d", (a, b, x, below, above) => {
    const { lower, upper } = betaTails(a, b)(x);
    expectClose(lower, below, 2e-14);
    expect(Math.abs(upper - above)).toBeLessThan(2e-15);
  });
});
