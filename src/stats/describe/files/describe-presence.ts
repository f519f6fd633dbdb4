import { columnKind } from "../../columns/column-kind.ts";
import type { CellsDescription } from "../finished-description.ts";
import { type ByCell, countOf, lengthsOf, presenceOf, rowByCell, rowsOf } from "./cell-rows.ts";
import { lengthsSql, presenceSql } from "./presence-sql.ts";
import type { FileColumn } from "./read-schema.ts";
import type { RowSource } from "./row-source.ts";
import { cellsSql, type PlannedRows } from "./rows-sql.ts";

/**
 * Describes which rows have lists, how long these are and how many items they have, NaN being one; or which have a value
 * of another type. By the columns' places.
 */
export async function describePresence(
  columns: readonly FileColumn[],
  rows: PlannedRows,
): Promise<ByCell<CellsDescription>> {
  if (columns.length === 0) return () => ({ count: 0, missing: 0 });
  const { source } = rows;
  const cells = columns.map((column) =>
    isList(column) ? source.dialect.length(column.cell) : `CASE WHEN ${column.cell} IS NOT NULL THEN 0 END`,
  );
  const items = columns.map((column) => (isList(column) ? itemsSql(column, source) : "0"));
  const found = await source.query(`SELECT c, g, ${presenceSql("x")}, ${lengthsSql("x")},
      coalesce(sum(n * x), 0) AS items
    FROM (${cellsSql(
      rows,
      [...cells, ...items].map((sql, c) => ({ c, sql })),
    )}) AS cells GROUP BY c, g`);
  const row = rowByCell(rowsOf(found));
  return (c, g) => ({
    ...presenceOf(row(c, g)),
    ...(isList(columns[c] as FileColumn) && {
      ...lengthsOf(row(c, g)),
      items: countOf(row(c + columns.length, g), "items"),
    }),
  });
}

function isList({ type }: FileColumn): boolean {
  return columnKind(type) === "list";
}

/** The number of a list's innermost items that are not missing. */
function itemsSql({ cell, type }: FileColumn, { dialect }: RowSource): string {
  const items = type?.endsWith("[][]") ? dialect.flatten(cell) : cell;
  return dialect.length(dialect.filter(items, "item", "item IS NOT NULL"));
}
