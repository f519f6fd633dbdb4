import { nextBelow } from "../../util/next-below.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkFinite, type Distribution } from "./distribution.ts";
import { stepGrid } from "./step-grid.ts";

/** Options of {@link uniform}. */
export interface UniformOptions {
  /**
   * Draws only `min`, `min + step`, `min + 2 step`, … up to the last that does not exceed `max`, each equally likely.
   *
   * @default no grid
   */
  step?: number | undefined;
}

/**
 * Real numbers spread evenly over [min, max), or over the points of a grid in [min, max] when a step is given.
 *
 * @param min The least value; finite.
 * @param max Never less than `min`. When both are equal, that is the only value.
 * @throws {RangeError} When a bound is not finite, `min` exceeds `max`, or `step` is not more than 0 or too small.
 * @example
 * ```ts
 * uniform(0, 1).quantile(0.25); // 0.25
 * uniform(0, 1, { step: 0.1 }).quantile(0.3); // 0.3, one of 11 points
 * ```
 */
export function uniform(min: number, max: number, { step }: UniformOptions = {}): Distribution<number> {
  checkBounds(min, max);
  if (step !== undefined) {
    return { kind: "uniform", args: [min, max, { step }], quantile: stepGrid(min, max, step) };
  }
  const span = max - min;
  checkFinite("max - min", span);
  const largest = min === max ? max : nextBelow(max);
  return {
    kind: "uniform",
    args: [min, max],
    quantile: (u) => Math.min(min + u * span, largest),
    column: (points) => {
      const values = new Float64Array(points.length);
      for (let row = 0; row < values.length; row++) {
        const value = min + (points[row] as number) * span;
        values[row] = value < largest ? value : largest;
      }
      return values;
    },
  };
}
