import type { ColumnTable } from "arquero";
import { DuckDbEngine } from "../../../engine/duckdb/duckdb-engine.ts";
import { SQL_LIMIT_NAMES, type SqlLimits } from "../../../engine/sql.ts";
import type { SqlTable } from "../../../engine/sql-table.ts";
import { type DescribeOptions, describeSettings } from "../describe-options.ts";
import { describeRows } from "./describe-rows.ts";
import { rowSource } from "./row-source.ts";

/** Options of {@link describeFiles}. */
export interface DescribeFilesOptions extends DescribeOptions, SqlLimits {}

/**
 * Describes the columns of Parquet files, or of another table that `sql` takes, as `describe` does those of a table in
 * memory: with the same numbers, but for rounding. DuckDB reads the columns one after the other and counts their different
 * values; what does not fit into its limit of memory goes to temporary files.
 *
 * Columns have the types that the results of `sql` have. Moments are taken to the microsecond.
 *
 * @param files Files, a folder of files, or another table, as `sql` takes them.
 * @returns A table as that of `describe`.
 * @throws {RangeError} When there is no such column, a weight is negative or infinite, or an option is out of range.
 * @throws {TypeError} When weights are no numbers, a group column has lists, or there is no such option.
 * @throws {TableReadError} When a file is missing or cannot be read.
 * @throws {QueryError} When DuckDB cannot do it, such as for lack of memory and of room for temporary files.
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const boxes = await describeFiles("tables/annotations.parquet", { columns: ["bbox_w", "bbox_h"] });
 * boxes.select("column", "count", "mean", "max").objects(); // [
 * //   { column: "bbox_w", count: 48, mean: 26.2291…, max: 30 },
 * //   { column: "bbox_h", count: 48, mean: 24.2916…, max: 34 }
 * // ]
 * ```
 */
export async function describeFiles(
  files: SqlTable,
  options: DescribeFilesOptions = {},
): Promise<ColumnTable> {
  const settings = describeSettings(options, SQL_LIMIT_NAMES);
  const { signal, memoryLimit, maxTempBytes, tempFolder, threads, externalAccess } = options;
  signal?.throwIfAborted();
  const limits = { memoryLimit, maxTempBytes, tempFolder, threads, externalAccess };
  const engine = await DuckDbEngine.over({ data: files }, limits);
  try {
    const source = rowSource(
      {
        dialect: engine.dialect,
        query: (text, params, controls) => engine.query(text, params, controls),
        exec: (text, _, controls) => engine.execOwn(text, controls),
      },
      { from: "data", signal },
    );
    return await describeRows(source, { options, settings });
  } finally {
    await engine.close();
  }
}
