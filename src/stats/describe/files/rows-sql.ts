import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { RowSource } from "./row-source.ts";

/** How rows are grouped and weighted: SQL expressions. */
export interface RowPlan {
  /** The value of each group column. */
  readonly by: readonly string[];
  /** How many times a row counts; null for once. */
  readonly weight: string | null;
}

/** Which rows are described, and how. */
export interface PlannedRows extends RowPlan {
  readonly source: RowSource;
  /** The table of groups, of their values `k0`, `k1` … and numbers `g`; null where there are no group columns. */
  readonly groups: string | null;
}

/** A query for the groups: their values `k0`, `k1` … and numbers `g`, which are in no order that matters. */
export function groupsSql({ from }: RowSource, plan: RowPlan): string {
  const order = plan.by.map((_, i) => `k${i} NULLS LAST`).join(", ");
  const values = plan.by.map((each, i) => `${each} AS k${i}`).join(", ");
  return `SELECT *, CAST(row_number() OVER (ORDER BY ${order}) - 1 AS INTEGER) AS g
    FROM (SELECT DISTINCT ${values} FROM ${from} ${counted(plan)}) AS keys`;
}

/** What is taken of each row as a value of a column. */
export interface Cell {
  /** The column's place. */
  readonly c: number;
  readonly sql: string;
}

/**
 * A query for cells of like types, one column below the other: for each row that counts and each column the column's
 * place `c`, the row's group `g`, the cell `x`, and how often it counts, `n`.
 */
export function cellsSql(rows: PlannedRows, cells: readonly Cell[]): string {
  const { source, groups, by, weight } = rows;
  const [first] = cells as [Cell];
  const isOne = cells.length === 1;
  const same = by.map((each, i) => `${each} IS NOT DISTINCT FROM keys.k${i}`).join(" AND ");
  const cases = cells.map(({ c, sql }) => `WHEN ${c} THEN ${sql}`).join(" ");
  const places = cells.map(({ c }) => `(${c})`).join(", ");
  return `SELECT ${isOne ? `${first.c} AS c` : "places.c"}, ${groups === null ? "0 AS g" : "keys.g"},
      ${isOne ? first.sql : `CASE places.c ${cases} END`} AS x, ${weight ?? "1"} AS n
    FROM ${source.from}${groups === null ? "" : ` JOIN ${groups} AS keys ON ${same}`}
      ${isOne ? "" : `CROSS JOIN (VALUES ${places}) AS places(c)`} ${counted(rows)}`;
}

/**
 * The items of lists in place of the lists, of a query for cells.
 *
 * @param value What is taken of each `item`.
 */
export function itemsSql(lists: string, { value, dialect }: { value: string; dialect: Dialect }): string {
  return `SELECT c, g, ${value} AS x, n FROM (${lists}) AS lists${dialect.unnest("x", { item: "item" })}`;
}

/** How often each different value `x` of cells comes, `n`, in each column `c` and group `g`. */
export interface Counts {
  /** The table. */
  readonly table: string;
  /** Those of `c` and `g` that are not the same in all rows. */
  readonly keys: readonly string[];
}

/** The columns of counts by which parts of them are told apart: one that is the same everywhere would cost time. */
export function countKeys(columns: number, rows: PlannedRows): string[] {
  return [...(columns > 1 ? ["c"] : []), ...(rows.groups === null ? [] : ["g"])];
}

/** The windows of an aggregate over the values of one column in one group. */
export function overSql({ keys }: Counts, order: string): string {
  return `OVER (${keys.length === 0 ? "" : `PARTITION BY ${keys.join(", ")} `}ORDER BY ${order})`;
}

/** A query for {@link Counts}. */
export function countsSql(cells: string, { columns, rows }: { columns: number; rows: PlannedRows }): string {
  const keys = [...countKeys(columns, rows), "x"];
  const n = rows.weight === null ? "CAST(count(*) AS DOUBLE)" : "sum(n)";
  return `SELECT ${columns > 1 ? "c" : "0 AS c"}, ${rows.groups === null ? "0 AS g" : "g"}, x, n
    FROM (SELECT ${keys.join(", ")}, ${n} AS n FROM (${cells}) AS cells
      GROUP BY ${keys.join(", ")}) AS counted`;
}

/** Leaves out the rows that do not count. */
function counted({ weight }: RowPlan): string {
  return weight === null ? "" : `WHERE ${weight} > 0 AND NOT isnan(${weight})`;
}
