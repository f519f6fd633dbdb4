import type { JsonRow } from "../data/json-rows.ts";
import { formatNumber, formatPValue, formatShare } from "../text/format-number.ts";

/**
 * What a factor does, in a sentence: how much it explains, and between which levels.
 *
 * @param main A row of the table `main` of `effects`.
 * @param study The outcome, and the rows of the table `levels`.
 */
export function effectSentence(
  main: JsonRow,
  { outcome, levels }: { outcome: string; levels: readonly JsonRow[] },
): string {
  const { factor, eta_squared: eta, p_adjusted: p } = main;
  const own = levels.filter((row) => row.factor === factor && typeof row.mean === "number");
  const sorted = [...own].sort((a, b) => Number(a.mean) - Number(b.mean));
  const [least, most] = [sorted[0], sorted.at(-1)];
  const range =
    least === undefined || most === undefined || least === most
      ? ""
      : `: the mean of ${outcome} goes from ${formatNumber(Number(least.mean))} (${least.level}) to ${formatNumber(Number(most.mean))} (${most.level})`;
  const corrected = typeof p === "number" ? `, corrected p ${p < 0.001 ? "" : "= "}${formatPValue(p)}` : "";
  const share = typeof eta === "number" ? formatShare(eta) : "an unknown share";
  return `explains ${share} of the variation (η²${corrected})${range}.`;
}
