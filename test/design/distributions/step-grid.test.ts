import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integers } from "../../../src/design/distributions/integers.ts";
import { stepGrid } from "../../../src/design/distributions/step-grid.ts";
import { uniform } from "../../../src/design/distributions/uniform.ts";
import { randomStream } from "../../../src/design/random/random-stream.ts";

const LARGEST_U = 1 - 2 ** -53;

/** The middle of every one of `count` equal shares, and the last share's end. */
const middles = (count: number) => [...Array.from({ length: count }, (_, k) => (k + 0.5) / count), LARGEST_U];

/** All points of a grid of a known number of points; the last comes twice. */
const points = (count: number, quantile: (u: number) => number) => middles(count).map(quantile);

describe("uniform() with a step", () => {
  it("gives the numbers that decimal literals stand for", () => {
    expect(points(11, uniform(0, 1, { step: 0.1 }).quantile)).toEqual([
      0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1,
    ]);
    expect(points(6, uniform(-0.3, 0.7, { step: 0.2 }).quantile)).toEqual([
      -0.3, -0.1, 0.1, 0.3, 0.5, 0.7, 0.7,
    ]);
    expect(points(3, uniform(1e21, 3e21, { step: 1e21 }).quantile)).toEqual([1e21, 2e21, 3e21, 3e21]);
    expect(points(3, uniform(1e-30, 3e-30, { step: 1e-30 }).quantile)).toEqual([1e-30, 2e-30, 3e-30, 3e-30]);
  });

  it("lowers max to the last grid point", () => {
    // Optuna: [0, 1] with a step of 0.3 ends at 0.9.
    expect(points(4, uniform(0, 1, { step: 0.3 }).quantile)).toEqual([0, 0.3, 0.6, 0.9, 0.9]);
    expect(points(1, uniform(2, 3, { step: 5 }).quantile)).toEqual([2, 2]);
    expect(points(1, uniform(2, 2, { step: 5 }).quantile)).toEqual([2, 2]);
    // 0.1 + 0.2 exceeds 0.3 in binary arithmetic, but not in decimals.
    expect(points(3, uniform(0.1, 0.3, { step: 0.1 }).quantile)).toEqual([0.1, 0.2, 0.3, 0.3]);
  });

  it("lands on decimal literals within the bounds, whatever the step", () => {
    const decimal = fc.tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 0, max: 200 }),
        ([first, places], width, steps) => {
          const literal = (k: number) => Number(`${first + k * width}e-${places}`);
          const quantile = stepGrid(literal(0), literal(steps), Number(`${width}e-${places}`));
          const expected = Array.from({ length: steps + 1 }, (_, k) => literal(k));
          expect(points(steps + 1, quantile)).toEqual([...expected, expected.at(-1)]);
        },
      ),
    );
  });

  it("never leaves [min, max] for any numbers", () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    const step = fc.double({ noNaN: true, min: 1e-3, max: 1e6 });
    fc.assert(
      fc.property(double, double, step, fc.double({ min: 0, max: LARGEST_U, noNaN: true }), (x, y, by, u) => {
        const [min, max] = [Math.min(x, y), Math.max(x, y)];
        const quantile = stepGrid(min, max, by);
        expect(quantile(0)).toBe(min + 0);
        for (const share of [u, LARGEST_U]) {
          expect(quantile(share)).toBeGreaterThanOrEqual(min);
          expect(quantile(share)).toBeLessThanOrEqual(max);
        }
        expect(max - quantile(LARGEST_U)).toBeLessThan(by * (1 + 1e-9));
      }),
    );
  });

  it("draws every point, the ends too, equally often", () => {
    const { quantile } = uniform(0, 1, { step: 0.1 });
    const random = randomStream(5, "grid");
    const counts = new Map<number, number>();
    for (let row = 0; row < 22_000; row++) {
      const value = quantile(random(row));
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    expect(counts.size).toBe(11);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquared).toBeLessThan(29.6); // 99.9 % point with 10 degrees of freedom
  });

  it("refuses steps that make no grid", () => {
    expect(() => uniform(0, 1, { step: 0 })).toThrow("step must be more than 0, got 0");
    expect(() => uniform(0, 1, { step: -0.1 })).toThrow(RangeError);
    expect(() => uniform(0, 1, { step: Number.NaN })).toThrow("step must be a finite number, got NaN");
    expect(() => uniform(0, 1, { step: 1e-300 })).toThrow("A step of 1e-300 is too small");
  });
});

describe("integers() with a step", () => {
  it("starts at min and never exceeds max", () => {
    expect(points(5, integers(0, 512, { step: 128 }).quantile)).toEqual([0, 128, 256, 384, 512, 512]);
    expect(points(4, integers(-5, 5, { step: 3 }).quantile)).toEqual([-5, -2, 1, 4, 4]);
    expect(points(10, integers(1, 10, { step: 1 }).quantile)).toEqual(points(10, integers(1, 10).quantile));
  });

  it("is exact over the widest range", () => {
    const { quantile } = integers(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, {
      step: Number.MAX_SAFE_INTEGER,
    });
    expect(points(3, quantile)).toEqual([
      -Number.MAX_SAFE_INTEGER,
      0,
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER,
    ]);
  });

  it("refuses steps that are not whole or not positive", () => {
    expect(() => integers(0, 9, { step: 1.5 })).toThrow("step must be an integer, got 1.5");
    expect(() => integers(0, 9, { step: 0 })).toThrow("step must be more than 0, got 0");
  });
});
