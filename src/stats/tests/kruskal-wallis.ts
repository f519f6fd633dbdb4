import { pchisq } from "lib-r-math.js";
import { averageRanks } from "../association/average-ranks.ts";
import { finiteOf } from "./finite-of.ts";
import { oneWayAnova } from "./one-way-anova.ts";

/** What {@link kruskalWallis} finds; null where there are no two groups or all numbers are equal. */
export interface KruskalWallis {
  h: number | null;
  /** Groups less 1. */
  df: number;
  pValue: number | null;
  /** Numbers in all groups. */
  count: number;
}

/**
 * The Kruskal–Wallis test: whether some groups have larger numbers than others, by ranks alone, so that neither
 * outliers nor the shape of the distribution matter. Equal numbers share their average rank and H is corrected for
 * them; p is by the chi-squared distribution, which is rough where groups have fewer than 5 numbers. As
 * `scipy.stats.kruskal` and R's `kruskal.test`.
 *
 * @param groups The numbers of each group; missing (`NaN`) and infinite ones are left out, and so are empty groups.
 * @example
 * ```ts
 * kruskalWallis([[1, 2, 3], [4, 5, 6]]); // { h: 3.8571…, df: 1, pValue: 0.0495…, count: 6 }
 * ```
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis {
  const finite = groups.map(finiteOf);
  const all = new Float64Array(finite.reduce((sum, group) => sum + group.length, 0));
  let start = 0;
  const ends = finite.map((group) => {
    all.set(group, start);
    start += group.length;
    return start;
  });
  const ranks = averageRanks(all);
  const ranked = ends.map((end, i) => ranks.subarray(ends[i - 1] ?? 0, end));
  // The share of the ranks' variation between groups, which already has Kruskal and Wallis's correction for ties.
  const { etaSquared, dfBetween: df, count } = oneWayAnova(ranked);
  if (etaSquared === null) return { h: null, df, pValue: null, count };
  const h = (count - 1) * etaSquared;
  return { h, df, pValue: pchisq(h, df, undefined, false), count };
}
