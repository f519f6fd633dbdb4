import { quoteName } from "../../../util/quote-name.ts";

/** How the rows of the table `data` are grouped and weighted: SQL expressions. */
export interface RowPlan {
  /** The value of each group column. */
  readonly by: readonly string[];
  /** How many times a row counts; null for once. */
  readonly weight: string | null;
}

/** A column of the table `data`. */
export function columnSql(name: string): string {
  return `source.${quoteName(name)}`;
}

/** The table `data` without the rows that do not count. */
function countedRows({ weight }: RowPlan): string {
  return `FROM data AS source${weight === null ? "" : ` WHERE ${weight} > 0 AND NOT isnan(${weight})`}`;
}

/** A definition of `groups`, which has a row for each group: its values `k0`, `k1` … and its number `g`. */
export function groupsSql(plan: RowPlan): string {
  const keys = plan.by.map((_, i) => `k${i}`).join(", ");
  const values = plan.by.map((each, i) => `${each} AS k${i}`).join(", ");
  return `groups AS MATERIALIZED (
    SELECT *, row_number() OVER (ORDER BY ${keys}) - 1 AS g
    FROM (SELECT DISTINCT ${values} ${countedRows(plan)}))`;
}

/** Definitions up to `rows`, which has for each row that counts its group `g`, a `cell`, and how often it counts, `n`. */
export function rowsSql(plan: RowPlan, column: string): string {
  const cell = `${columnSql(column)} AS cell, ${plan.weight ?? "1::DOUBLE"} AS n`;
  if (plan.by.length === 0) return `rows AS (SELECT 0 AS g, ${cell} ${countedRows(plan)})`;
  const keyed = plan.by.map((each, i) => `${each} AS k${i}`).join(", ");
  const same = plan.by.map((_, i) => `keyed.k${i} IS NOT DISTINCT FROM groups.k${i}`).join(" AND ");
  return `${groupsSql(plan)},
    keyed AS (SELECT ${cell}, ${keyed} ${countedRows(plan)}),
    rows AS (SELECT g, cell, n FROM keyed JOIN groups ON ${same})`;
}

/** A definition of `items`, which has the innermost items of the lists of `rows`, as {@link rowsSql} has cells. */
export function itemsSql(depth: number): string {
  return `items AS (SELECT g, unnest(${depth === 1 ? "cell" : "flatten(cell)"}) AS cell, n FROM rows)`;
}

/** A definition of `counts`, which has for each group `g` and different value `x` how often it comes, `n`. */
export function countsSql(cells: "rows" | "items", value: string): string {
  return `counts AS MATERIALIZED (SELECT g, x, sum(n) AS n FROM (SELECT g, ${value} AS x, n FROM ${cells}) GROUP BY g, x)`;
}
