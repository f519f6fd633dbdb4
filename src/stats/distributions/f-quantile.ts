import { standardBetaQuantile } from "../../design/distributions/standard-beta-quantile.ts";
import type { FDistribution } from "./f-upper-tail.ts";

/**
 * The number that an F distribution exceeds with a chance: the critical value of a test at that level.
 *
 * @param upper The chance, more than 0 and less than 1.
 * @example
 * ```ts
 * fQuantile(0.05, { df1: 1, df2: 30 }); // about 4.1709
 * ```
 */
export function fQuantile(upper: number, { df1, df2 }: Pick<FDistribution, "df1" | "df2">): number {
  const y = standardBetaQuantile(df2 / 2, df1 / 2)(upper);
  if (y <= 0.5) return (df2 * (1 - y)) / (df1 * y);
  const x = standardBetaQuantile(df1 / 2, df2 / 2)(1 - upper);
  return (df2 * x) / (df1 * (1 - x));
}
