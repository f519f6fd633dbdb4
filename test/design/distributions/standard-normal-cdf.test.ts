import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { millsRatio } from "../../../src/design/distributions/mills-ratio.ts";
import { standardNormalCdf } from "../../../src/design/distributions/standard-normal-cdf.ts";
import { standardNormalQuantile } from "../../../src/design/distributions/standard-normal-quantile.ts";
import { expectClose } from "./expect-close.ts";

/** Points and the shares below them, by mpmath 1.4.1 with 60 digits. */
const MPMATH: [number, number][] = [
  [-37, 5.725571222524577e-300],
  [-20, 2.7536241186062337e-89],
  [-8, 6.220960574271784e-16],
  [-3, 0.0013498980316300946],
  [-1.5, 0.06680720126885807],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [-1e-3, 0.49960105778608893],
  [0, 0.5],
  [0.3, 0.6179114221889527],
  [1, 0.8413447460685429],
  [2.5, 0.9937903346742238],
  [6, 0.9999999990134123],
];

describe("standardNormalCdf()", () => {
  it.each(MPMATH)("agrees with mpmath at %d", (z, share) => {
    expectClose(standardNormalCdf(z), share, 2e-15);
  });

  it("reaches 0 and 1", () => {
    expect([Number.NEGATIVE_INFINITY, -40, 40, Number.POSITIVE_INFINITY].map(standardNormalCdf)).toEqual([
      0, 0, 1, 1,
    ]);
  });

  it("is undone by standardNormalQuantile()", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: -0.01, noNaN: true }), (z) => {
        expectClose(standardNormalQuantile(standardNormalCdf(z)), z, 1e-14 + 1e-15 / Math.abs(z));
      }),
    );
  });
});

describe("standardNormalQuantile()", () => {
  it("is infinite at 0 and 1 and exact far out", () => {
    expect([0, 1].map(standardNormalQuantile)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expectClose(standardNormalQuantile(5.725571222524577e-300), -37, 1e-15);
  });
});

describe("millsRatio()", () => {
  it.each([
    [1, 0.6556795424187984],
    [2, 0.4213692292880545],
    [5, 0.19280810471531576],
    [40, 0.02498440420572057],
  ])("agrees with mpmath 1.4.1 at %d", (z, ratio) => {
    expectClose(millsRatio(z), ratio, 1e-15);
  });
});
