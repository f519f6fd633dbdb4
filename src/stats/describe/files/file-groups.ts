import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { makeTable } from "../../../tables/make-table.ts";
import { rowGroups } from "../row-groups.ts";
import type { RowSource } from "./row-source.ts";

/** The groups of the rows of files. */
export interface FileGroups {
  /** Their numbers in queries, in the order of their values. */
  readonly numbers: readonly number[];
  /** For each group column the groups' values. */
  readonly values: readonly (readonly [name: string, values: ColumnLike])[];
}

/**
 * Finds the groups; where there are no group columns, one of all rows.
 *
 * @param groups The table of groups.
 */
export async function fileGroups(
  { query }: RowSource,
  { groups, by }: { groups: string | null; by: readonly string[] },
): Promise<FileGroups> {
  if (groups === null) return { numbers: [0], values: [] };
  const found = await query(`SELECT * FROM ${groups}`);
  const table = makeTable(by.map((name, i) => [name, found.column(`k${i}`) as ColumnLike]));
  const { rows, columns } = rowGroups(table, by);
  return { numbers: rows.map(([first]) => Number(found.get("g", first))), values: columns };
}
