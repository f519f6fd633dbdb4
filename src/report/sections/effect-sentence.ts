import type { JsonRow } from "../data/json-rows.ts";
import { formatNumber, formatPValue, formatShare } from "../text/format-number.ts";
import { listNames } from "../text/list-names.ts";

/** What {@link effectSentence} needs to know of a study. */
export interface EffectStudied {
  outcome: string;
  /** The rows of the table `levels`. */
  levels: readonly JsonRow[];
  /** The columns that tell the base of jobs, if any. */
  pairedBy: readonly string[];
}

/**
 * What a factor does, in a sentence: how much it explains, and between which levels.
 *
 * @param main A row of the table `main` of `effects`.
 */
export function effectSentence(main: JsonRow, studied: EffectStudied): string {
  const { factor, eta_squared: eta, p_adjusted: p } = main;
  const corrected = typeof p === "number" ? `, corrected p ${p < 0.001 ? "" : "= "}${formatPValue(p)}` : "";
  const share = typeof eta === "number" ? formatShare(eta) : "an unknown share";
  const within = studied.pairedBy.length > 0 ? " within bases" : "";
  const range = rangeText(
    studied.levels.filter((row) => row.factor === factor),
    studied,
  );
  return `explains ${share} of the variation${within} (η²${corrected})${range}.`;
}

/** From which level to which an outcome goes: means of jobs or, in a paired study, the difference that was fitted within bases. */
function rangeText(levels: readonly JsonRow[], { outcome, pairedBy }: EffectStudied): string {
  const measure = pairedBy.length > 0 ? "effect" : "mean";
  const size = (row: JsonRow) => Number(row[measure]);
  const sorted = levels.filter((row) => row[measure] !== null).sort((a, b) => size(a) - size(b));
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (least === undefined || most === undefined || least === most) return "";
  return pairedBy.length > 0
    ? `: among jobs of the same ${listNames(pairedBy)}, the mean of ${outcome} is ${formatNumber(size(most) - size(least))} higher at ${most.level} than at ${least.level}`
    : `: the mean of ${outcome} goes from ${formatNumber(size(least))} (${least.level}) to ${formatNumber(size(most))} (${most.level})`;
}
