import type { Dialect } from "../../engine/dialect/dialect.ts";
import { DUCKDB_DIALECT } from "../../engine/dialect/duckdb-dialect.ts";
import type { SqlLimits } from "../../engine/sql.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import type { SqlSource } from "../sql-source.ts";

/** How tables are asked for: the dialect, and the columns that each table has, with their types as far as known. */
export interface LabelTables {
  readonly dialect: Dialect;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, ColumnType | null>>;
}

/** Finds out how some tables of a source are asked for. */
export async function labelTables(
  source: SqlSource,
  names: readonly string[],
  limits: SqlLimits,
): Promise<LabelTables> {
  const columns = names.map(async (name) => [name, await columnsOf(source, name, limits)] as const);
  return { dialect: source.dialect ?? DUCKDB_DIALECT, columns: new Map(await Promise.all(columns)) };
}

async function columnsOf(
  source: SqlSource,
  name: string,
  limits: SqlLimits,
): Promise<ReadonlyMap<string, ColumnType | null>> {
  const known = source.columns?.(name);
  if (known !== undefined) return new Map(known);
  const none = await source.sql(`SELECT * FROM ${name} LIMIT 0`, undefined, limits);
  return new Map(none.columnNames().map((column) => [column, findColumnType(shownColumn(none, column))]));
}
