import { pchisq } from "lib-r-math.js";
import { averageRanks } from "../association/average-ranks.ts";
import { fitWithin } from "../least-squares/fit-within.ts";
import { type Grouping, rowsOfGroups } from "../least-squares/grouping.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { roundingSquares } from "../tests/rounding-squares.ts";

/**
 * The aligned rank test of Hodges and Lehmann (1962), which is to a factor within blocks what Kruskal and Wallis's is
 * to one without: outcomes less their block's mean are ranked over all blocks, and the share of the ranks' variation
 * within blocks that the levels explain, times its degrees of freedom, is about chi-squared.
 */
export function alignedRankTest(
  outcome: Float64Array,
  blocks: Grouping,
  levels: Grouping,
): { h: number | null; pValue: number | null } {
  const aligned = new Float64Array(outcome.length);
  for (const rows of rowsOfGroups(blocks)) {
    if (rows.length === 0) continue;
    const { mean } = meanAndSquares(rows.map((row) => outcome[row] as number));
    for (const row of rows) aligned[row] = (outcome[row] as number) - mean;
  }
  // Deviations that differ by rounding alone are ties.
  const noise = Math.sqrt(roundingSquares(outcome) / Math.max(outcome.length, 1));
  const ranks = averageRanks(aligned.map((value) => (noise > 0 ? Math.round(value / noise) : value)));
  const { effect, error } = fitWithin(ranks, blocks, [levels]);
  const squares = effect.squares + error.squares;
  if (effect.df === 0 || squares <= roundingSquares(ranks)) return { h: null, pValue: null };
  const h = (effect.squares / squares) * (effect.df + error.df);
  return { h, pValue: pchisq(h, effect.df, undefined, false) };
}
