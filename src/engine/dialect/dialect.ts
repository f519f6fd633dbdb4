import type { EngineType } from "../engine-source.ts";
import type { SqlValue } from "../sql-params.ts";

/** How the SQL of an engine says what engines say differently. All arguments and results are texts of SQL. */
export interface Dialect {
  readonly name: "duckdb" | "spark";
  /** A type, as in `CAST(x AS …)`. */
  type(type: EngineType): string;
  /** The name of a table or column as it is written in a query. */
  identifier(name: string): string;
  /** A text as it is written in a query. */
  text(text: string): string;
  /** A value as it is written in a query. */
  literal(value: SqlValue): string;
  /** A parameter of a query by name. */
  param(name: string): string;
  /** The number of items of a list. */
  length(list: string): string;
  /** An item of a list, from 1; null where there is none. */
  item(list: string, place: string): string;
  /** A list of what becomes of each item. */
  map(list: string, item: string, result: string): string;
  /** The items of a list for which a condition holds. */
  filter(list: string, item: string, condition: string): string;
  /** Whether a condition holds for any item of a list; not for those for which it is null, nor for no list. */
  any(list: string, item: string, condition: string): string;
  /** The place of the first item of a list that equals a value, from 1; 0 where there is none. */
  find(list: string, value: string): string;
  /** The different items of a list, of those that are there. */
  distinct(list: string): string;
  /** The value of a map for a key; null where there is none. */
  valueOf(map: string, key: string): string;
  /** Whether a text holds what a regular expression describes, which both RE2 and Java know. */
  matches(text: string, pattern: string): string;
  /** The parts of a text between marks. */
  split(text: string, mark: string): string;
  /** The value that a text of JSON is of; parts of it that are of other types are null, or all of it. */
  fromJson(text: string, type: EngineType): string;
  /** The sum of a list of numbers, with the rounding of each step made up for. */
  listSum(list: string): string;
  /**
   * A table with a row for each item of a list, in their order, for `FROM`. Rows that have no list, or an empty one,
   * are left out.
   *
   * @param names What the item and, if wanted, its place from 0 are called.
   */
  rows(table: string, list: string, names: { item: string; place?: string }): string;
  /** The items of lists, one list after the other. */
  concat(lists: readonly string[]): string;
  /** The items of a list's lists, one list after the other; lists that are missing are left out. */
  flatten(lists: string): string;
  /** A list of expressions of one type. */
  list(items: readonly string[]): string;
  /** A structure. */
  struct(fields: readonly (readonly [name: string, value: string])[]): string;
  /** The entries of a map in their order: structures of `key` and `value`. */
  entries(map: string): string;
  /**
   * What follows a table in `FROM`, so that there is a row for each item of a list.
   *
   * @param names What the item and, if wanted, its place from 0 are called.
   */
  unnest(list: string, names: { item: string; place?: string }): string;
  /**
   * The value of the row of a group whose `order` is the lowest, null where that row has none.
   *
   * @param order What is not null.
   */
  first(value: string, order: string): string;
  /** The sum of the numbers of a group, as exact as the engine has it; null where there are none. */
  total(numbers: string): string;
  /** A list of quantiles of type 7 of the numbers of a group. */
  quantiles(numbers: string, probabilities: readonly number[]): string;
  /**
   * A query in which tables go by other names than the database has for them.
   *
   * @param tables What the query calls each table, and the name that the database has for it.
   */
  named(tables: readonly (readonly [name: string, known: string])[], query: string): string;
  /** Bytes as hexadecimal digits in lower case. */
  hex(bytes: string): string;
  /** The microseconds of a moment since 1970. */
  epochMicros(moment: string): string;
  /** A statement that keeps the rows of a query as a table, until {@link Dialect.drop} or the engine's end. */
  keep(name: string, query: string): string;
  /** A statement that lets go of a table that was kept. */
  drop(name: string): string;
  /**
   * A query of the rows of all Parquet files in a folder and those in it: `file`, the path of the file, which may be
   * encoded; `place`, the row's number in it from 0; and `job_id`.
   */
  parquetRows(folder: string): string;
}
