import {
  type Batch,
  batchType,
  Column,
  columnFromArray,
  type DataType,
  Table,
  tableFromColumns,
  tableToIPC,
} from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { toArrowType } from "./arrow-type.ts";
import { tableCells } from "./table-cells.ts";

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
 * A table as Arrow IPC bytes, with the rows the table shows (its filter and order apply). Strings are `Utf8`,
 * numbers `Int32`, `Int64` or `Float64`, lists `List`.
 *
 * @throws {TypeError} When a column holds values of no common type.
 */
export function toArrowIpc(table: ColumnTable, options: ToArrowIpcOptions = {}): Uint8Array {
  const { stream = false, metadata = {} } = options;
  const columns = tableCells(table).map(({ name, type, cells }): [string, Column<unknown>] => {
    return [name, arrowColumn(cells, toArrowType(type))];
  });
  const { schema, children } = tableFromColumns(columns);
  const withMetadata = new Table({ ...schema, metadata: new Map(Object.entries(metadata)) }, children);
  const bytes = tableToIPC(withMetadata, { format: stream ? "stream" : "file" });
  return bytes ?? new Uint8Array();
}

/** A column of no rows keeps one batch of no rows: some readers refuse files without any. */
function arrowColumn(cells: readonly unknown[], type: DataType): Column<unknown> {
  if (cells.length > 0) return columnFromArray(cells as unknown[], type);
  return new Column([emptied(columnFromArray<unknown>([null], type).data[0] as Batch<unknown>)]);
}

function emptied(batch: Batch<unknown>): Batch<unknown> {
  const children = batch.children?.map(emptied);
  return new (batchType(batch.type))({ ...batch, length: 0, nullCount: 0, ...(children && { children }) });
}
