import { describe, expect, it } from "vitest";
import { weibull } from "../../../src/design/distributions/weibull.ts";
import { expectClose } from "./expect-close.ts";

describe("weibull()", () => {
  it("has the published quantiles (scipy 1.17.1, weibull_min with shape 1.5 and scale 2)", () => {
    const expected = [
      0.020006670558273685, 0.4461510512738342, 0.8715758634060475, 1.5664395375493025, 3.4874430271928234,
      7.2541738246789516,
    ];
    [0.001, 0.1, 0.25, 0.5, 0.9, 0.999].forEach((u, index) => {
      expectClose(weibull(1.5, 2).quantile(u), expected[index] as number, 5e-15);
    });
  });

  it("is exponential with a shape of 1, and starts at 0", () => {
    for (const u of [1e-9, 0.2, 0.999]) expectClose(weibull(1, 3).quantile(u), -3 * Math.log1p(-u), 1e-14);
    expect(weibull(2, 3).quantile(0)).toBe(0);
  });

  it("refuses a shape or a scale that is not positive, and values that overflow", () => {
    expect(() => weibull(0, 1)).toThrow("shape must be more than 0, got 0");
    expect(() => weibull(1, Number.NaN)).toThrow("scale must be a finite number, got NaN");
    expect(() => weibull(0.001, 1)).toThrow("The largest value must be a finite number");
  });
});
