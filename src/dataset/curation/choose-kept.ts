import type { ColumnTable } from "arquero";
import { SQL_LIMIT_NAMES, type SqlLimits } from "../../engine/sql.ts";
import type { SqlParams } from "../../engine/sql-params.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { type FilterLevel, LEVEL_KEYS } from "./filter-level.ts";
import type { DatasetCondition, DatasetFilterOptions } from "./filter-options.ts";
import { rowsWhere } from "./row-view.ts";

/** How {@link chooseKept} gets at the rows of a dataset. */
export interface RowAccess {
  table: (name: FilterLevel) => ColumnTable | Promise<ColumnTable>;
  sql: (query: string, params: SqlParams | undefined, limits: SqlLimits) => Promise<ColumnTable>;
}

/** What a filter keeps: the keys of the rows, of the table that the condition is about. */
export interface Kept {
  level: FilterLevel;
  rows: ColumnTable;
}

/**
 * The keys of the rows that a condition keeps.
 *
 * @throws {RangeError} When `of` names none of the tables that can be filtered.
 * @throws {TypeError} When the condition is neither a text nor a function, or `params` are given to a function.
 */
export async function chooseKept(
  condition: DatasetCondition,
  { of: level = "jobs", params, ...limits }: DatasetFilterOptions,
  { table, sql }: RowAccess,
): Promise<Kept> {
  checkOptionNames(limits, SQL_LIMIT_NAMES);
  const keys = Object.hasOwn(LEVEL_KEYS, level) ? LEVEL_KEYS[level] : undefined;
  if (keys === undefined) {
    throw new RangeError(`Cannot filter of "${level}": expected ${Object.keys(LEVEL_KEYS).join(", ")}`);
  }
  if (typeof condition === "string") {
    const names = keys.map((key) => `"${key}"`).join(", ");
    return { level, rows: await sql(`SELECT ${names} FROM ${level} WHERE (${condition}\n)`, params, limits) };
  }
  if (typeof condition !== "function") {
    throw new TypeError(
      "Cannot filter: expected a condition in SQL or a function from a row to true or false",
    );
  }
  if (params !== undefined) throw new TypeError("Cannot filter: params are for conditions in SQL");
  const source = await table(level);
  return { level, rows: takeRows(source.select(...keys), rowsWhere(source, condition)) };
}
