import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exponential } from "../../../src/design/distributions/exponential.ts";
import { exponentialMinusOne } from "../../../src/design/distributions/exponential-minus-one.ts";
import { logOfOnePlus } from "../../../src/design/distributions/log-of-one-plus.ts";
import { naturalLog } from "../../../src/design/distributions/natural-log.ts";
import { expectClose } from "./expect-close.ts";

const { NEGATIVE_INFINITY, POSITIVE_INFINITY, NaN: NOT_A_NUMBER } = Number;

describe("naturalLog()", () => {
  it("agrees with the engine but for the last bits", () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }), (x) => {
        expectClose(naturalLog(x), Math.log(x), 5e-16);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expectClose(naturalLog(x), Math.log(x), 5e-16);
      }),
    );
  });

  it("knows the ends of its range", () => {
    expect([0, 1, POSITIVE_INFINITY, -1, NOT_A_NUMBER].map(naturalLog)).toEqual([
      NEGATIVE_INFINITY,
      0,
      POSITIVE_INFINITY,
      NOT_A_NUMBER,
      NOT_A_NUMBER,
    ]);
  });
});

describe("exponential()", () => {
  it("agrees with the engine but for the last bits", () => {
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709.7, noNaN: true }), (x) => {
        expectClose(exponential(x), Math.exp(x), 5e-16);
      }),
    );
  });

  it("knows the ends of its range", () => {
    expect([0, -0, NEGATIVE_INFINITY, -746, 710, NOT_A_NUMBER].map(exponential)).toEqual([
      1,
      1,
      0,
      0,
      POSITIVE_INFINITY,
      NOT_A_NUMBER,
    ]);
    expect(exponential(-745)).toBe(Number.MIN_VALUE);
    expectClose(exponential(709.78), Math.exp(709.78), 5e-16);
  });
});

describe("logOfOnePlus() and exponentialMinusOne()", () => {
  it("agree with the engine but for the last bits", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.999, max: 1e6, noNaN: true }), (x) => {
        expectClose(logOfOnePlus(x), Math.log1p(x), 1e-15);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -800, max: 700, noNaN: true }), (x) => {
        expectClose(exponentialMinusOne(x), Math.expm1(x), 2e-15);
      }),
    );
  });

  it("know the ends of their ranges", () => {
    expect([-1, 0, POSITIVE_INFINITY].map(logOfOnePlus)).toEqual([NEGATIVE_INFINITY, 0, POSITIVE_INFINITY]);
    expect([NEGATIVE_INFINITY, 0].map(exponentialMinusOne)).toEqual([-1, 0]);
  });
});
