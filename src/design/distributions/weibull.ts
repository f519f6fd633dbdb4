import { checkFinite, type Distribution } from "./distribution.ts";
import { exponential } from "./exponential.ts";
import { floatWriter } from "./float-writer.ts";
import { logOfOnePlus } from "./log-of-one-plus.ts";
import { naturalLog } from "./natural-log.ts";

const LARGEST_SHARE = 1 - 2 ** -53;

/**
 * Weibull-distributed numbers, 0 or more, such as times until something happens: with a shape of 1 at a constant rate,
 * below 1 at a falling one, above 1 at a rising one. They have no upper bound.
 *
 * @param shape The exponent, more than 0.
 * @param scale The value below which the share 1 - 1/e lies, more than 0.
 * @throws {RangeError} When an argument is not finite or not positive, or values would overflow.
 * @example
 * ```ts
 * weibull(1, 2).quantile(0.5); // 1.386…
 * ```
 */
export function weibull(shape: number, scale: number): Distribution<number> {
  for (const [name, value] of Object.entries({ shape, scale })) {
    checkFinite(name, value);
    if (value <= 0) throw new RangeError(`${name} must be more than 0, got ${value}`);
  }
  const quantile = (u: number) => scale * exponential(naturalLog(-logOfOnePlus(-u)) / shape);
  checkFinite("The largest value", quantile(LARGEST_SHARE));
  return { kind: "weibull", args: [shape, scale], quantile, writer: (n) => floatWriter(n, quantile) };
}
