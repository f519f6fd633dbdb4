import type { ColumnTable } from "arquero";
import { encodeParquet } from "./encode-parquet.ts";
import { parquetColumns } from "./parquet-columns.ts";
import { type ParquetOptions, parquetLayout } from "./parquet-layout.ts";

/** Options of {@link toParquet}. */
export interface ToParquetOptions extends Omit<ParquetOptions, "compression"> {
  /**
   * How pages are compressed; {@link writeParquet} knows `zstd`, too.
   * @default "snappy"
   */
  compression?: "snappy" | "none" | undefined;
}

/**
 * A table as the bytes of a Parquet file, with the rows the table shows (its filter and order apply), in JavaScript
 * alone. Columns keep their types; every column is nullable, so that files of one kind have one schema. Integers are
 * signed ones of 32 or 64 bits, moments `TIMESTAMP` in microseconds of UTC, strings `STRING`, lists and structures as
 * the format's rules have them: what Spark, DuckDB, pandas, Polars and Arrow read alike. `NaN` stays `NaN`.
 *
 * @throws {TypeError} When the table has no columns, or a column holds values of no common type.
 * @throws {RangeError} When an option is not one of its possible values.
 * @example
 * ```ts
 * const bytes = toParquet(grid({ num_reps: [1, 2, 3] }), { metadata: { purpose: "pilot" } });
 * parquetMetadata(bytes); // { purpose: "pilot" }
 * (await fromParquet(bytes)).array("num_reps"); // [1, 2, 3]
 * ```
 */
export function toParquet(table: ColumnTable, options: ToParquetOptions = {}): Uint8Array {
  const layout = parquetLayout(options);
  if ((layout.compression as string) === "zstd")
    throw new RangeError('Cannot write Parquet with compression "zstd" in one step: use writeParquet');
  return encodeParquet(parquetColumns(table), layout);
}
