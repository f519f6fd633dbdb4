import { momentUnit } from "../moments.ts";
import { type CellRow, countOf, numberOf, rowsOf } from "./cell-rows.ts";
import { presenceSql } from "./presence-sql.ts";
import type { RowSource } from "./row-source.ts";
import type { Counts } from "./rows-sql.ts";
import { doubleSql, isFiniteSql } from "./value-sql.ts";

/** Numbers beyond this magnitude are added up by this part of themselves: the sum stays a number. */
const LARGE = 2 ** 200;

/** The finite numbers `v` of counted cells, as they stand in `FROM`. */
export function finiteSql(counts: Counts): string {
  return `(SELECT c, g, CAST(x AS DOUBLE) AS v, n FROM ${counts.table} WHERE ${isFiniteSql("CAST(x AS DOUBLE)")}) AS finite`;
}

/** What counted numbers are in outline: how many there are, and between which ones. */
export async function numberTotals({ query }: RowSource, counts: Counts): Promise<CellRow[]> {
  const large = doubleSql(LARGE);
  const found = await query(`SELECT c, g, ${presenceSql("v")}, CAST(count(x) AS INTEGER) AS "distinct",
      coalesce(sum(n) FILTER (WHERE NOT is_finite), 0) AS infinite,
      coalesce(sum(n) FILTER (WHERE v = 0), 0) AS zeros,
      sum(n) FILTER (WHERE is_finite) AS total,
      min(v) FILTER (WHERE is_finite) AS lowest, max(v) FILTER (WHERE is_finite) AS highest,
      bool_and(v % 1 = 0) FILTER (WHERE is_finite) AS whole,
      sum(n * greatest(-${large}, least(${large}, v))) FILTER (WHERE is_finite) AS small_sum,
      sum(n * (v / ${large})) FILTER (WHERE is_finite) AS large_sum
    FROM (SELECT c, g, x, n, CAST(x AS DOUBLE) AS v, ${isFiniteSql("CAST(x AS DOUBLE)")} AS is_finite FROM ${counts.table}) AS valued
    GROUP BY c, g`);
  return rowsOf(found);
}

/** A unit in which the fourth powers of numbers are numbers, and about the mean in it. */
export function unitOf(row: CellRow): { unit: number; center: number } {
  const magnitude = Math.max(Math.abs(countOf(row, "lowest")), Math.abs(countOf(row, "highest")));
  const unit = momentUnit(magnitude);
  const [sum, part] = magnitude > LARGE ? ["large_sum", unit / LARGE] : ["small_sum", unit];
  return { unit, center: (numberOf(row, sum as string) ?? 0) / countOf(row, "total") / (part as number) };
}
