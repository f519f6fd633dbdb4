import { tableFromIPC } from "@uwdata/flechette";
import type { ColumnTable } from "arquero";
import { fromFlechette } from "./arrow/from-flechette.ts";

/**
 * Reads Arrow IPC bytes, of the file or the stream format, as a table. Columns keep their types and share the memory of
 * the bytes where they can, so do not change these: 64-bit integers are numbers where all of a column's are safe
 * integers, else bigints; moments are dates where all of a column's are whole milliseconds, else ISO 8601 strings;
 * structures are objects, dictionaries of strings stay such. Days become ISO 8601 strings, maps and lists of more than
 * two levels JSON strings.
 *
 * @throws {Error} When the bytes are not Arrow IPC data.
 * @example
 * ```ts
 * const bytes = toArrowIpc(grid({ num_reps: [1, 2, 3] }));
 * fromArrowIpc(bytes).array("num_reps"); // [1, 2, 3]
 * ```
 */
export function fromArrowIpc(bytes: ArrayBuffer | Uint8Array): ColumnTable {
  // Numbers of 64 bits are read in place, where they must start at a multiple of 8 bytes. (`slice` of a Node Buffer
  // shares the memory.)
  const aligned = bytes instanceof Uint8Array && bytes.byteOffset % 8 !== 0 ? new Uint8Array(bytes) : bytes;
  return fromFlechette(tableFromIPC(aligned, { useBigInt: true }));
}
