import { oneWayAnova } from "../tests/one-way-anova.ts";
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
 * correlationRatio([1, 2, 4, 5], [0, 0, 1, 1]); // { value: 0.9486…, pValue: 0.0513…, count: 4 }
 * ```
 */
export function correlationRatio(values: ArrayLike<number>, groups: ArrayLike<number>): Correlation {
  if (values.length !== groups.length) {
    throw new RangeError(
      `Both must have the same number of values, got ${values.length} and ${groups.length}`,
    );
  }
  const members = new Map<number, number[]>();
  for (let row = 0; row < values.length; row++) {
    const group = groups[row] as number;
    if (!(group >= 0)) continue;
    const known = members.get(group);
    if (known === undefined) members.set(group, [values[row] as number]);
    else known.push(values[row] as number);
  }
  const { etaSquared, pValue, count } = oneWayAnova([...members.values()]);
  return { value: etaSquared === null ? null : Math.sqrt(etaSquared), pValue, count };
}
