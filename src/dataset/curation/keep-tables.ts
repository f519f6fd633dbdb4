import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";
import type { TableName } from "../table-names.ts";
import { type FilterLevel, LEVEL_KEYS, restrictingKeys } from "./filter-level.ts";
import { KeySet } from "./key-set.ts";

/**
 * The tables of a dataset without what a filter leaves out. Problems of no single job stay.
 *
 * @param kept The rows that stay of the level's table.
 */
export function keepTables(
  tables: ReadonlyMap<TableName, ColumnTable>,
  { level, kept }: { level: FilterLevel; kept: ColumnTable },
): Map<TableName, ColumnTable> {
  const set = new KeySet(kept, LEVEL_KEYS[level]);
  return new Map(
    Array.from(tables, ([name, table]) => {
      const keys = restrictingKeys(level, table.columnNames());
      if (keys === null) return [name, table];
      const rows = set.rowsIn(table, keys);
      return [name, takeRows(table, name === "problems" ? withJobless(table, rows) : rows)];
    }),
  );
}

function withJobless(problems: ColumnTable, rows: Uint32Array): number[] {
  const jobs = shownColumn(problems, "job_id");
  const kept = new Set(rows);
  return Array.from(jobs, (_, row) => row).filter((row) => kept.has(row) || (jobs.at(row) ?? null) === null);
}
