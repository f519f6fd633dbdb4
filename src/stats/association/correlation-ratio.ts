import { pf } from "lib-r-math.js";
import { completePairs } from "./complete-pairs.ts";
import type { Correlation } from "./correlation.ts";

/**
 * The correlation ratio η (Pearson 1905, Fisher 1925): the square root of the share of the numbers' variance that lies
 * between groups, 0 to 1. The p-value is that of the one-way analysis of variance. Rows without a finite number or a
 * group are left out.
 *
 * @param groups The number of each row's group, from 0; below 0 where it has none.
 * @returns `value` null where there are no two groups or the numbers do not vary.
 * @throws {RangeError} When the two differ in length.
 * @example
 * ```ts
 * correlationRatio([1, 2, 4, 5], [0, 0, 1, 1]); // { value: 0.9487, pValue: 0.0513, count: 4 }
 * ```
 */
export function correlationRatio(values: ArrayLike<number>, groups: ArrayLike<number>): Correlation {
  const grouped = Float64Array.from(groups, (group) => (group >= 0 ? group : Number.NaN));
  const { x, y } = completePairs(values, grouped);
  const count = x.length;
  const sums = new Map<number, { count: number; sum: number }>();
  let total = 0;
  for (let row = 0; row < count; row++) {
    const group = y[row] as number;
    const so = sums.get(group) ?? { count: 0, sum: 0 };
    sums.set(group, so);
    so.count++;
    so.sum += x[row] as number;
    total += x[row] as number;
  }
  if (sums.size < 2 || x.every((value) => value === x[0])) return { value: null, pValue: null, count };
  const grandMean = total / count;
  let [between, within] = [0, 0];
  for (const { count: n, sum } of sums.values()) between += n * (sum / n - grandMean) ** 2;
  for (let row = 0; row < count; row++) {
    const { sum, count: n } = sums.get(y[row] as number) as { count: number; sum: number };
    within += ((x[row] as number) - sum / n) ** 2;
  }
  const value = Math.sqrt(between / (between + within));
  return { value, pValue: pOfRatio({ between, within, groups: sums.size, count }), count };
}

function pOfRatio(of: { between: number; within: number; groups: number; count: number }): number | null {
  const [dfBetween, dfWithin] = [of.groups - 1, of.count - of.groups];
  if (dfWithin < 1) return null;
  if (of.within === 0) return 0;
  return pf(of.between / dfBetween / (of.within / dfWithin), dfBetween, dfWithin, undefined, false);
}
