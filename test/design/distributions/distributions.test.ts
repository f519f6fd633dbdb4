import { describe, expect, it } from "vitest";
import { choice } from "../../../src/design/distributions/choice.ts";
import { integers } from "../../../src/design/distributions/integers.ts";
import { normal } from "../../../src/design/distributions/normal.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";

const LARGEST_U = 1 - 2 ** -53;

describe("uniform()", () => {
  it("maps [0, 1) onto [min, max)", () => {
    const { quantile } = uniform(2, 6);
    expect([quantile(0), quantile(0.25), quantile(0.5)]).toEqual([2, 3, 4]);
  });

  it.each([
    [0, 1],
    [1, 1 + 2 ** -52],
    [0.1, 0.3],
    [-5.25, 5.25],
    [1e15, 1e15 + 1],
  ])("stays below max in [%d, %d)", (min, max) => {
    expect(uniform(min, max).quantile(LARGEST_U)).toBeLessThan(max);
    expect(uniform(min, max).quantile(0)).toBe(min);
  });

  it("allows an empty range and refuses a reversed or infinite one", () => {
    expect(uniform(3, 3).quantile(0.7)).toBe(3);
    expect(() => uniform(2, 1)).toThrow("min must not exceed max, got 2 and 1");
    expect(() => uniform(0, Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe("integers()", () => {
  it("gives both ends the same share as the others", () => {
    const { quantile } = integers(1, 4);
    expect([0, 0.2499, 0.25, 0.5, 0.75, LARGEST_U].map(quantile)).toEqual([1, 1, 2, 3, 4, 4]);
  });

  it("refuses bounds that are not integers", () => {
    expect(() => integers(0.5, 2)).toThrow("Bounds must be integers, got 0.5");
    expect(() => integers(3, 2)).toThrow(RangeError);
  });
});

describe("choice()", () => {
  it("shares [0, 1) evenly", () => {
    const { quantile } = choice(["a", "b", "c", "d"]);
    expect([0, 0.25, 0.5, LARGEST_U].map(quantile)).toEqual(["a", "b", "c", "d"]);
  });

  it("shares [0, 1) by weight and never takes a value of weight 0", () => {
    const { quantile } = choice(["never", "a", "b", "never either"], { weights: [0, 3, 1, 0] });
    expect([0, 0.7499, 0.75, LARGEST_U].map(quantile)).toEqual(["a", "a", "b", "b"]);
  });

  it("refuses no values and weights that do not fit", () => {
    expect(() => choice([])).toThrow(RangeError);
    expect(() => choice([1, 2], { weights: [1] })).toThrow(
      "There must be one weight per value, got 1 for 2 values",
    );
    expect(() => choice([1], { weights: [0] })).toThrow(RangeError);
    expect(() => choice([1], { weights: [-1] })).toThrow(RangeError);
  });
});

describe("normal()", () => {
  it("agrees with the published quantiles of the standard normal", () => {
    const { quantile } = normal(0, 1);
    const published: [number, number][] = [
      [0.001, -3.090232306167813],
      [0.1, -1.2815515655446004],
      [0.25, -0.6744897501960817],
      [0.5, 0],
      [0.9, 1.2815515655446004],
      [0.999, 3.090232306167813],
    ];
    for (const [u, value] of published) expect(quantile(u)).toBeCloseTo(value, 14);
  });

  it("is right in the tails", () => {
    expect(normal(0, 1).quantile(1e-6)).toBeCloseTo(-4.753424308822899, 12);
    expect(normal(0, 1).quantile(1e-15)).toBeCloseTo(-7.941345326170997, 12);
  });

  it("scales and shifts, and is finite at u = 0", () => {
    expect(normal(10, 2).quantile(0.5)).toBe(10);
    expect(normal(10, 2).quantile(0.9)).toBeCloseTo(10 + 2 * 1.2815515655446004, 13);
    expect(Number.isFinite(normal(0, 1).quantile(0))).toBe(true);
  });

  it("refuses a negative spread", () => {
    expect(() => normal(0, -1)).toThrow("sd must be 0 or more, got -1");
  });
});
