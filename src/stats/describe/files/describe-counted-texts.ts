import type { CellsDescription } from "../finished-description.ts";
import { mostFrequent } from "../most-frequent.ts";
import { type ByCell, countOf, lengthsOf, presenceOf, rowByCell, rowsOf } from "./cell-rows.ts";
import { lengthsSql, presenceSql } from "./presence-sql.ts";
import type { RowSource } from "./row-source.ts";
import type { Counts } from "./rows-sql.ts";
import { topValues } from "./top-values.ts";

/** Describes counted texts. */
export async function describeCountedTexts(
  source: RowSource,
  { counts, top }: { counts: Counts; top: number },
): Promise<ByCell<CellsDescription>> {
  const totals =
    await source.query(`SELECT c, g, ${presenceSql("x")}, CAST(count(x) AS INTEGER) AS "distinct",
      ${lengthsSql("length(x)")}
    FROM ${counts.table} GROUP BY c, g`);
  const total = rowByCell(rowsOf(totals));
  const tops = await topValues(source, { counts, top, value: "x" });
  return (c, g) => {
    const row = total(c, g);
    const frequent = tops(c, g).map(({ value, n }) => ({ text: value as string, count: n as number }));
    return {
      ...presenceOf(row),
      distinct: countOf(row, "distinct"),
      ...mostFrequent(frequent, top),
      ...lengthsOf(row),
    };
  };
}
