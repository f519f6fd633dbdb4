import { nextBelow } from "../../util/next-below.ts";
import { checkBounds } from "./check-bounds.ts";
import { checkFinite, type Distribution } from "./distribution.ts";
import { stepGrid } from "./step-grid.ts";

const LARGEST_SHARE = 1 - 2 ** -53;

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
 * uniform(0, 10).quantile(0.25); // 2.5
 * uniform(0, 1, { step: 0.1 }).quantile(0.3); // 0.3
 * ```
 */
export function uniform(min: number, max: number, { step }: UniformOptions = {}): Distribution<number> {
  checkBounds(min, max);
  if (step !== undefined) {
    return { kind: "uniform", args: [min, max, { step }], quantile: stepGrid(min, max, step) };
  }
  checkFinite("max - min", max - min);
  const span = spanBelow(min, max);
  return {
    kind: "uniform",
    args: [min, max],
    quantile: (u) => min + u * span,
    writer: (n) => {
      const values = new Float64Array(n);
      return {
        write: (points, first) => {
          for (let i = 0; i < points.length; i++) values[first + i] = min + (points[i] as number) * span;
        },
        finish: () => values,
      };
    },
  };
}

/** The distance of the bounds, or a hair less where rounding would let the largest share reach the upper bound. */
function spanBelow(min: number, max: number): number {
  let span = max - min;
  let less = span - nextBelow(span);
  for (; span > 0 && min + LARGEST_SHARE * span >= max; less *= 2) span -= less;
  return Math.max(span, 0);
}
