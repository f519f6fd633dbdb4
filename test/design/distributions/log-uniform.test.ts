import { describe, expect, it } from "vitest";
import { logUniform } from "../../../src/design/distributions/log-uniform.ts";
import { expectClose } from "./expect-close.ts";

describe("logUniform()", () => {
  it("gives every decade the same share", () => {
    const { quantile } = logUniform(0.01, 100);
    [0.01, 0.1, 1, 10].forEach((value, decade) => {
      expectClose(quantile(decade / 4), value, 1e-15);
    });
  });

  it.each([
    [1e-4, 0.1],
    [10, 1000],
    [0.3, 0.30000000000000004],
    [1e-150, 1e150],
  ])("stays within [%d, %d)", (min, max) => {
    const { quantile } = logUniform(min, max);
    expect(quantile(0)).toBe(min);
    expect(quantile(1 - 2 ** -53)).toBeLessThan(max);
    expect(quantile(1 - 2 ** -53)).toBeGreaterThanOrEqual(min);
  });

  it("allows an empty range and refuses bounds that have no logarithm", () => {
    expect(logUniform(3, 3).quantile(0.9)).toBe(3);
    expect(() => logUniform(0, 1)).toThrow("min must be more than 0, got 0");
    expect(() => logUniform(-2, -1)).toThrow(RangeError);
    expect(() => logUniform(2, 1)).toThrow("min must not exceed max, got 2 and 1");
    expect(() => logUniform(1e-200, 1e200)).toThrow("max / min must be a finite number, got Infinity");
  });
});
