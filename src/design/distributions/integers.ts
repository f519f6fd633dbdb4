import type { Distribution } from "./distribution.ts";
import { stepGrid } from "./step-grid.ts";

/** Options of {@link integers}. */
export interface IntegersOptions {
  /**
   * Draws only `min`, `min + step`, `min + 2 step`, … up to the last that does not exceed `max`, each equally likely.
   *
   * @default 1
   */
  step?: number | undefined;
}

/**
 * Whole numbers spread evenly from `min` to `max`, both included.
 *
 * @param min The least value.
 * @param max The greatest value; with a `step`, the bound that no value exceeds.
 * @throws {RangeError} When a bound or the step is not an integer, `min` exceeds `max` or `step` is less than 1.
 * @example
 * ```ts
 * integers(256, 1280, { step: 256 }).quantile(0.1); // 256
 * ```
 */
export function integers(min: number, max: number, { step }: IntegersOptions = {}): Distribution<number> {
  for (const bound of [min, max]) {
    if (!Number.isSafeInteger(bound)) throw new RangeError(`Bounds must be integers, got ${bound}`);
  }
  if (min > max) throw new RangeError(`min must not exceed max, got ${min} and ${max}`);
  if (step !== undefined) {
    if (!Number.isSafeInteger(step)) throw new RangeError(`step must be an integer, got ${step}`);
    return { kind: "integers", args: [min, max, { step }], quantile: stepGrid(min, max, step) };
  }
  const count = max - min + 1;
  return {
    kind: "integers",
    args: [min, max],
    // A share below 1 times a count is below the count, also when it is rounded.
    quantile: (u) => min + Math.floor(u * count),
    writer: (n) => {
      if ((min | 0) !== min || (max | 0) !== max) return undefined;
      const values = new Int32Array(n);
      return {
        write: (points, first) => {
          for (let i = 0; i < points.length; i++)
            values[first + i] = min + (((points[i] as number) * count) | 0);
        },
        finish: () => values,
      };
    },
  };
}
