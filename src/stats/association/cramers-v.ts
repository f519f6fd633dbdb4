import { chiSquaredTest } from "./chi-squared-test.ts";

/**
 * Cramér's V of a table of counts: the square root of chi-squared per row and per degree of the smaller side, 0 (no
 * association) to 1. The plain one, as `scipy.stats.contingency.association` gives; without Bergsma's correction for
 * bias it is large by chance where there are many levels and few rows, so read the p-value beside it.
 *
 * @param counts An array a row, all of the same length.
 * @returns Null where there are no two rows and two columns that have counts.
 * @throws {RangeError} When rows differ in length, or a count is not a number from 0.
 * @example
 * ```ts
 * cramersV([[10, 0], [0, 10]]); // 1
 * ```
 */
export function cramersV(counts: readonly ArrayLike<number>[]): number | null {
  const { statistic, count } = chiSquaredTest(counts);
  if (statistic === null) return null;
  const usedRows = counts.filter((row) => Array.from(row).some((n) => n > 0));
  const usedColumns = Array.from(counts[0] ?? []).filter((_, j) => counts.some((row) => Number(row[j]) > 0));
  const degrees = Math.min(usedRows.length, usedColumns.length) - 1;
  return Math.min(1, Math.sqrt(statistic / count / degrees));
}
