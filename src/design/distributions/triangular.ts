import { checkBounds } from "./check-bounds.ts";
import { checkFinite, type Distribution } from "./distribution.ts";
import { floatWriter } from "./float-writer.ts";

/** Options of {@link triangular}. */
export interface TriangularOptions {
  /** The most likely value, from `min` to `max`. @default halfway between them */
  mode?: number | undefined;
}

/**
 * Real numbers in [min, max] whose density rises in a straight line from `min` to the mode and falls in a straight
 * line to `max`.
 *
 * @param min The least value; finite.
 * @param max Never less than `min`. When both are equal, that is the only value.
 * @throws {RangeError} When an argument is not finite, `min` exceeds `max`, or the mode lies outside of them.
 * @example
 * ```ts
 * triangular(0, 4, { mode: 1 }).quantile(0.25); // 1
 * ```
 */
export function triangular(
  min: number,
  max: number,
  { mode = min / 2 + max / 2 }: TriangularOptions = {},
): Distribution<number> {
  checkBounds(min, max);
  checkFinite("mode", mode);
  if (mode < min || mode > max) {
    throw new RangeError(`mode must be from min to max, got ${mode} for ${min} and ${max}`);
  }
  const span = max - min;
  checkFinite("max - min", span);
  const rising = span === 0 ? 1 : (mode - min) / span;
  const falling = span === 0 ? 0 : (max - mode) / span;
  const quantile = (u: number) => {
    return u < rising
      ? Math.min(min + span * Math.sqrt(u * rising), mode)
      : Math.max(max - span * Math.sqrt((1 - u) * falling), mode);
  };
  return {
    kind: "triangular",
    args: [min, max, { mode }],
    quantile,
    writer: (n) => floatWriter(n, quantile),
  };
}
