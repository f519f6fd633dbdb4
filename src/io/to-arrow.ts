import type { Table } from "apache-arrow";
import type { ColumnTable } from "arquero";
import { toArrowIpc } from "./to-arrow-ipc.ts";

/**
 * A table as a table of the `apache-arrow` library, with the rows it shows (its filter and order apply).
 * The library is loaded on the first call, which is why the result is a promise.
 *
 * @throws {TypeError} When a column holds values of no common type.
 * @example
 * ```ts
 * const arrow = await toArrow(batch.table);
 * arrow.numRows; // 12
 * arrow.getChild("camera_height")?.toArray().slice(0, 3); // Float64Array(3) [0.5, 1, 1.5]
 * ```
 */
export async function toArrow(table: ColumnTable): Promise<Table> {
  const { tableFromIPC } = await import("apache-arrow");
  return tableFromIPC(toArrowIpc(table, { stream: true }));
}
