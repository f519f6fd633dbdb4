import { Table, tableFromColumns, tableToIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { toArrowColumn } from "./arrow/to-arrow-column.ts";
import { flattenTable } from "./columns/flatten-table.ts";

/** Options of {@link toArrowIpc}. */
export interface ToArrowIpcOptions {
  /**
   * Whether to write the stream format, which has no index at its end, instead of the file format.
   * @default false
   */
  stream?: boolean;
  /**
   * Texts to keep in the schema beside the data, by key.
   * @default {}
   */
  metadata?: Readonly<Record<string, string>>;
}

/**
 * A table as Arrow IPC bytes, with the rows the table shows (its filter and order apply). Strings are `Utf8`, or a
 * `Dictionary` of it where the column is one, numbers `Int32`, `Int64` or `Float64`, moments `Timestamp` in microseconds
 * of UTC, lists `List`, structures `Struct`.
 *
 * @throws {TypeError} When a column holds values of no common type.
 * @throws {RangeError} When a column holds more than 2 GiB of text.
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 *
 * await writeFile("jobs.arrow", toArrowIpc(batch.table, { metadata: { batch: batch.name } }));
 * const { rows, metadata } = await inspectFile("jobs.arrow");
 * [rows, metadata]; // [12, { batch: "camera heights" }]
 * ```
 */
export function toArrowIpc(table: ColumnTable, options: ToArrowIpcOptions = {}): Uint8Array {
  const { stream = false, metadata = {} } = options;
  const columns = flattenTable(table).columns.map(
    ({ name, column }) => [name, toArrowColumn(column)] as const,
  );
  const { schema, children } = tableFromColumns(columns as [string, (typeof columns)[number][1]][]);
  const withMetadata = new Table({ ...schema, metadata: new Map(Object.entries(metadata)) }, children);
  const bytes = tableToIPC(withMetadata, { format: stream ? "stream" : "file" });
  return bytes ?? new Uint8Array();
}
