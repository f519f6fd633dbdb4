import { type Column, type DataType, Type, tableFromIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { makeTable } from "../tables/make-table.ts";
import { fromArrowType } from "./arrow-type.ts";
import { columnFromFile, type FileColumn } from "./column-from-file.ts";
import { isoTime } from "./iso-time.ts";

/**
 * Reads Arrow IPC bytes, of the file or the stream format, as a table. Columns keep their types: 64-bit integers
 * are numbers where all of a column's are safe integers, else bigints. Dates and times become ISO 8601 strings,
 * structures and maps JSON strings.
 *
 * @throws {Error} When the bytes are not Arrow IPC data.
 */
export function fromArrowIpc(bytes: ArrayBuffer | Uint8Array): ColumnTable {
  const { names, children } = tableFromIPC(bytes, { useBigInt: true });
  return makeTable(
    children.map((column, i) => [String(names[i]), columnFromFile(fileColumn(String(names[i]), column))]),
  );
}

function fileColumn(name: string, column: Column<unknown>): FileColumn {
  const values = column.toArray() as ArrayLike<unknown>;
  const toText = timeText(column.type);
  if (toText === null) return { name, type: fromArrowType(column.type), values };
  return {
    name,
    type: "string",
    values: Array.from(values, (ms) => (ms === null ? null : toText(Number(ms)))),
  };
}

/** How to write a moment, which comes as milliseconds with a fraction; null for columns of other types. */
function timeText(type: DataType): ((milliseconds: number) => string) | null {
  if (type.typeId === Type.Timestamp) return (ms) => isoTime(BigInt(Math.round(ms * 1000)) * 1000n);
  if (type.typeId === Type.Date) return (ms) => new Date(ms).toISOString().slice(0, "2000-01-01".length);
  return null;
}
