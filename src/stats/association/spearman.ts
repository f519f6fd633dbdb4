import { averageRanks } from "./average-ranks.ts";
import { completePairs } from "./complete-pairs.ts";
import type { Correlation } from "./correlation.ts";
import { correlatePairs } from "./pearson.ts";

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks, where equal values share the average of theirs. The
 * p-value is that of the t-test with n - 2 degrees of freedom, as in `scipy.stats.spearmanr`; with fewer than about ten
 * pairs it is rough. Pairs with a missing or infinite value are left out.
 *
 * @throws {RangeError} When the two differ in length.
 * @example
 * ```ts
 * spearman([1, 2, 3, 4], [1, 4, 9, 16]).value; // 1
 * ```
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): Correlation {
  const pairs = completePairs(x, y);
  return correlatePairs({ x: averageRanks(pairs.x), y: averageRanks(pairs.y) });
}
