import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { makeTable } from "../../../tables/make-table.ts";
import { rowGroups } from "../row-groups.ts";
import type { Query } from "./query.ts";
import { groupsSql, type RowPlan } from "./rows-sql.ts";

/** The groups of the rows of files. */
export interface FileGroups {
  /** Their numbers in queries, in the order of their values. */
  readonly numbers: readonly number[];
  /** For each group column the groups' values. */
  readonly values: readonly (readonly [name: string, values: ColumnLike])[];
}

/** Finds the groups; where there are no group columns, one of all rows. */
export async function fileGroups(
  query: Query,
  { plan, by }: { plan: RowPlan; by: readonly string[] },
): Promise<FileGroups> {
  if (by.length === 0) return { numbers: [0], values: [] };
  const found = await query(`WITH ${groupsSql(plan)} SELECT * FROM groups ORDER BY g`);
  const table = makeTable(by.map((name, i) => [name, found.column(`k${i}`) as ColumnLike]));
  const { rows, columns } = rowGroups(table, by);
  return { numbers: rows.map(([first]) => first as number), values: columns };
}
