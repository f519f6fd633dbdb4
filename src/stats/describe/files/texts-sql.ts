import { topSql } from "./numbers-sql.ts";

/** A query for what describes counted texts, in one row for each group. */
export function textsSql({ definitions, top }: { definitions: string; top: number }): string {
  return `WITH ${definitions},
    ${topSql("x", top)},
    totals AS (
      SELECT g, coalesce(sum(n) FILTER (x IS NULL), 0) AS missing,
        coalesce(sum(n) FILTER (x IS NOT NULL), 0) AS present, count(x)::INTEGER AS "distinct",
        min(length(x))::INTEGER AS min_length, max(length(x))::INTEGER AS max_length,
        sum(n * length(x)) / sum(n) FILTER (x IS NOT NULL) AS mean_length
      FROM counts GROUP BY g)
    SELECT * FROM totals LEFT JOIN tops USING (g)`;
}
