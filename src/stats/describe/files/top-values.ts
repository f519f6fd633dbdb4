import { type ByCell, type CellRow, rowsByCell, rowsOf } from "./cell-rows.ts";
import type { RowSource } from "./row-source.ts";
import { type Counts, overSql } from "./rows-sql.ts";

/** The most frequent values of counted cells, in order: rows of `value` and `n`. */
export async function topValues(
  source: RowSource,
  { counts, top, value }: { counts: Counts; top: number; value: string },
): Promise<ByCell<readonly CellRow[]>> {
  const found = await source.query(`SELECT c, g, place, ${value} AS value, n
    FROM (SELECT c, g, x, n, CAST(row_number() ${overSql(counts, "n DESC, x")} AS INTEGER) AS place
      FROM ${counts.table} WHERE x IS NOT NULL) AS ranked
    WHERE place <= ${Math.max(1, top)}`);
  return rowsByCell(rowsOf(found));
}
