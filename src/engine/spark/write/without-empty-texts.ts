import { SPARK_DIALECT } from "../../dialect/spark-dialect.ts";
import { emptyTextReason } from "../../write-errors.ts";

const BEFORE = "SELECT * FROM (\n";

/**
 * A query that fails where a text by which files are laid out is empty: Spark would write that it is missing.
 *
 * @returns The query, and where in it the given one begins.
 */
export function withoutEmptyTexts(
  query: string,
  columns: readonly string[],
): { sql: string; offset: number } {
  if (columns.length === 0) return { sql: query, offset: 0 };
  const { identifier, text } = SPARK_DIALECT;
  const checks = columns.map((column) => {
    const isEmpty = `CAST(${identifier(column)} AS STRING) = ''`;
    return `CASE WHEN ${isEmpty} THEN raise_error(${text(emptyTextReason(column))}) ELSE TRUE END`;
  });
  const sql = `${BEFORE}${query.replace(/;\s*$/, "")}\n) WHERE ${checks.join(" AND ")}`;
  return { sql, offset: BEFORE.length };
}
