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

/**
 * A query for the cells of columns, one below the other: for each row that counts and each column the column's place
 * `c`, the row's group `g`, the `cell`, and how often it counts, `n`.
 *
 * @param cells The columns, as expressions of like types.
 */
export function cellsSql(rows: PlannedRows, cells: readonly string[]): string {
  const { source, groups, by, weight } = rows;
  const isOne = cells.length === 1;
  const same = by.map((each, i) => `${each} IS NOT DISTINCT FROM keys.k${i}`).join(" AND ");
  const cases = cells.map((cell, c) => `WHEN ${c} THEN ${cell}`).join(" ");
  const places = cells.map((_, c) => `(${c})`).join(", ");
  return `SELECT ${isOne ? "0 AS c" : "places.c"}, ${groups === null ? "0 AS g" : "keys.g"},
      ${isOne ? cells[0] : `CASE places.c ${cases} END`} AS cell, ${weight ?? "1"} AS n
    FROM ${source.from}${groups === null ? "" : ` JOIN ${groups} AS keys ON ${same}`}
      ${isOne ? "" : `CROSS JOIN (VALUES ${places}) AS places(c)`} ${counted(rows)}`;
}

/** The items of lists in place of the lists, of a query for cells. */
export function itemsSql(cells: string, { dialect }: RowSource): string {
  return `SELECT c, g, item AS cell, n FROM (${cells}) AS lists${dialect.unnest("cell", { item: "item" })}`;
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
export function countsSql(
  cells: string,
  { value, columns, rows }: { value: string; columns: number; rows: PlannedRows },
): string {
  const keys = [...countKeys(columns, rows), "x"];
  const n = rows.weight === null ? "CAST(count(*) AS DOUBLE)" : "sum(n)";
  return `SELECT ${columns > 1 ? "c" : "0 AS c"}, ${rows.groups === null ? "0 AS g" : "g"}, x, n
    FROM (SELECT ${keys.join(", ")}, ${n} AS n FROM (SELECT c, g, ${value} AS x, n FROM (${cells}) AS cells) AS valued
      GROUP BY ${keys.join(", ")}) AS counted`;
}

/** Leaves out the rows that do not count. */
function counted({ weight }: RowPlan): string {
  return weight === null ? "" : `WHERE ${weight} > 0 AND NOT isnan(${weight})`;
}
