import { pchisq } from "lib-r-math.js";

/** What {@link chiSquaredTest} finds. */
export interface ChiSquaredTest {
  /** Null where there are no two rows and two columns that have counts. */
  statistic: number | null;
  /** Degrees of freedom. */
  df: number;
  pValue: number | null;
  /** The sum of all counts. */
  count: number;
}

/**
 * Pearson's chi-squared test of whether the rows of a table of counts have the same shares. Without Yates' correction,
 * as `scipy.stats.chi2_contingency` with `correction=False`. Rows and columns without any count are left out. Where
 * expected counts are below about 5, the p-value is rough.
 *
 * @param counts An array a row, all of the same length.
 * @throws {RangeError} When rows differ in length, or a count is not a number from 0.
 * @example
 * ```ts
 * chiSquaredTest([[10, 20], [20, 10]]); // { statistic: 6.6666…, df: 1, pValue: 0.0098…, count: 60 }
 * ```
 */
export function chiSquaredTest(counts: readonly ArrayLike<number>[]): ChiSquaredTest {
  const width = counts[0]?.length ?? 0;
  const inRows = new Float64Array(counts.length);
  const inColumns = new Float64Array(width);
  let count = 0;
  for (const [i, row] of counts.entries()) {
    if (row.length !== width) {
      throw new RangeError(`Rows of counts must have the same length, got ${width} and ${row.length}`);
    }
    for (let j = 0; j < width; j++) {
      const n = row[j] as number;
      if (!(n >= 0 && n < Number.POSITIVE_INFINITY)) {
        throw new RangeError(`Counts must be numbers from 0, got ${n} in row ${i}`);
      }
      inRows[i] = (inRows[i] as number) + n;
      inColumns[j] = (inColumns[j] as number) + n;
      count += n;
    }
  }
  const df = Math.max(numUsed(inRows) - 1, 0) * Math.max(numUsed(inColumns) - 1, 0);
  if (df === 0) return { statistic: null, df, pValue: null, count };
  let statistic = 0;
  for (const [i, row] of counts.entries()) {
    for (let j = 0; j < width; j++) {
      const expected = ((inRows[i] as number) * (inColumns[j] as number)) / count;
      if (expected > 0) statistic += ((row[j] as number) - expected) ** 2 / expected;
    }
  }
  return { statistic, df, pValue: pchisq(statistic, df, undefined, false), count };
}

function numUsed(sums: Float64Array): number {
  return sums.reduce((used, sum) => used + (sum > 0 ? 1 : 0), 0);
}
