import type { ColumnLike } from "../../tables/column-type-of.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

/** The group columns of rows of a query. */
export function keysOf(rows: readonly Row[], groups: JobGroups): [string, ColumnLike][] {
  return groupColumns(
    groups,
    rows.map(({ grp }) => Number(grp)),
  );
}

/** The share of a row's `count` in that of all rows of its group. */
export function shareIn(rows: readonly Row[]): (row: Row) => number {
  const sums = new Map<unknown, number>();
  for (const { grp, count } of rows) sums.set(grp, (sums.get(grp) ?? 0) + Number(count));
  return ({ grp, count }) => Number(count) / (sums.get(grp) as number);
}

/** Rows by group, and within a group by a comparison. */
export function sortedRows(rows: readonly Row[], compare: (a: Row, b: Row) => number): Row[] {
  return [...rows].sort((a, b) => Number(a.grp) - Number(b.grp) || compare(a, b));
}

/** Compares texts by UTF-16 code unit; a missing one comes first. */
export function compareTexts(a: unknown, b: unknown): number {
  const [x, y] = [String(a ?? ""), String(b ?? "")];
  return x < y ? -1 : x > y ? 1 : 0;
}
