import { checkBounds } from "./check-bounds.ts";
import { checkFinite, type Distribution } from "./distribution.ts";
import { floatWriter } from "./float-writer.ts";
import { standardBetaQuantile } from "./standard-beta-quantile.ts";

/** Options of {@link beta}. */
export interface BetaOptions {
  /** The least value. @default 0 */
  min?: number | undefined;
  /** The greatest value. @default 1 */
  max?: number | undefined;
}

/**
 * Real numbers in [min, max] with a beta distribution: a hump for shapes above 1, even for 1 and 1, a bathtub for
 * shapes below 1.
 *
 * Values are exact to the last digits of the range, and to about 14 digits where they come close to `min`.
 *
 * @param a The first shape, from 0.001 to 1,000,000; the mean lies at a share of a / (a + b) of the way from `min` to `max`.
 * @param b The second shape, from 0.001 to 1,000,000.
 * @throws {RangeError} When a shape lies outside of these limits, a bound is not finite or `min` exceeds `max`.
 * @example
 * ```ts
 * beta(2, 2).quantile(0.5); // 0.4999…
 * beta(2, 2, { min: 10, max: 15 }).quantile(0.5); // 12.5
 * ```
 */
export function beta(a: number, b: number, { min = 0, max = 1 }: BetaOptions = {}): Distribution<number> {
  checkShape("a", a);
  checkShape("b", b);
  checkBounds(min, max);
  const span = max - min;
  checkFinite("max - min", span);
  const share = standardBetaQuantile(a, b);
  const quantile = (u: number) => Math.min(min + share(u) * span, max);
  return { kind: "beta", args: [a, b, { min, max }], quantile, writer: (n) => floatWriter(n, quantile) };
}

function checkShape(name: string, shape: number): void {
  if (!(shape >= 1e-3 && shape <= 1e6))
    throw new RangeError(`${name} must be from 0.001 to 1000000, got ${shape}`);
}
