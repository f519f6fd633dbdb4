import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import type { TableName } from "../table-names.ts";
import type { Kept } from "./choose-kept.ts";
import { LEVEL_KEYS, restrictingKeys } from "./filter-level.ts";
import { KeySet } from "./key-set.ts";

/** Tells the rows of a table, or of a part of it, that stay, in ascending order; null where all do. */
export type RowKeeper = (name: TableName, table: ColumnTable) => ArrayLike<number> | null;

/** The rows of a dataset's tables that a filter keeps. Problems of no single job stay. */
export function rowKeeper({ level, rows: kept }: Kept): RowKeeper {
  const set = new KeySet(kept, LEVEL_KEYS[level]);
  return (name, table) => {
    const keys = restrictingKeys(level, table.columnNames());
    if (keys === null) return null;
    const rows = set.rowsIn(table, keys);
    return name === "problems" ? withJobless(table, rows) : rows;
  };
}

function withJobless(problems: ColumnTable, rows: Uint32Array): number[] {
  const jobs = shownColumn(problems, "job_id");
  const kept = new Set(rows);
  return Array.from(jobs, (_, row) => row).filter((row) => kept.has(row) || (jobs.at(row) ?? null) === null);
}
