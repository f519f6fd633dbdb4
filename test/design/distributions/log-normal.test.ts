import { describe, expect, it } from "vitest";
import { logNormal } from "../../../src/design/distributions/log-normal.ts";
import { expectClose } from "./expect-close.ts";

describe("logNormal()", () => {
  it("agrees with scipy 1.17.1 (lognorm.ppf, s = 0.5, scale = exp(2))", () => {
    const { quantile } = logNormal(2, 0.5);
    const expected: [number, number][] = [
      [1e-6, 0.6861135402305502],
      [0.01, 2.309026628943624],
      [0.5, 7.3890560989306495],
      [0.9, 14.02407902761348],
      [0.999999, 79.5759693281076],
    ];
    for (const [u, value] of expected) expectClose(quantile(u), value, 1e-14);
  });

  it("is positive and finite at both ends", () => {
    const { quantile } = logNormal(-3, 4);
    expect(quantile(0)).toBeGreaterThan(0);
    expect(quantile(1 - 2 ** -53)).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(logNormal(0, 0).quantile(0.3)).toBe(1);
  });

  it("refuses a negative spread and values that overflow", () => {
    expect(() => logNormal(0, -1)).toThrow("logSd must be 0 or more, got -1");
    expect(() => logNormal(Number.NaN, 1)).toThrow("logMean must be a finite number, got NaN");
    expect(() => logNormal(700, 2)).toThrow("exp(logMean + 9 logSd) must be a finite number, got Infinity");
  });
});
