import { checkFinite, type Distribution } from "./distribution.ts";
import { exponential } from "./exponential.ts";
import { floatWriter } from "./float-writer.ts";
import { normal } from "./normal.ts";

/**
 * Positive real numbers whose natural logarithm is normally distributed. They have no upper bound.
 *
 * @param logMean The mean of the logarithm; `exp(logMean)` is the median of the values.
 * @param logSd The standard deviation of the logarithm, 0 or more.
 * @throws {RangeError} When an argument is not finite, `logSd` is negative, or values would overflow.
 * @example
 * ```ts
 * logNormal(0, 0.25).quantile(0.5); // 1
 * ```
 */
export function logNormal(logMean: number, logSd: number): Distribution<number> {
  checkFinite("logMean", logMean);
  checkFinite("logSd", logSd);
  if (logSd < 0) throw new RangeError(`logSd must be 0 or more, got ${logSd}`);
  checkFinite("exp(logMean + 9 logSd)", exponential(logMean + 9 * logSd));
  const logarithm = normal(logMean, logSd);
  const quantile = (u: number) => exponential(logarithm.quantile(u));
  return { kind: "logNormal", args: [logMean, logSd], quantile, writer: (n) => floatWriter(n, quantile) };
}
