import type { ParamValue } from "./job-params.ts";
import type { JointRule } from "./joint-rule.ts";

/** The values of a parameter, one for each row. */
export type RuleValues = ArrayLike<unknown>;

/**
 * The rows that break a rule.
 *
 * @param columns The values of the rule's parameters, in order.
 * @param rows The rows to look at.
 */
export function brokenRows(
  rule: JointRule,
  columns: readonly RuleValues[],
  rows: ArrayLike<number>,
): Uint32Array {
  const broken = new Uint32Array(rows.length);
  let count = 0;
  const [first = [], second = []] = columns;
  const holds: (row: number) => boolean =
    columns.length === 2
      ? (row) => rule.holds(first[row] as ParamValue, second[row] as ParamValue)
      : (row) => rule.holds(...columns.map((values) => values[row] as ParamValue));
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    if (!holds(row)) broken[count++] = row;
  }
  return broken.slice(0, count);
}
