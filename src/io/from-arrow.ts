import { tableFromIPC } from "@uwdata/flechette";
import type { Table as ApacheTable } from "apache-arrow";
import type { ColumnTable } from "arquero";
import { type FlechetteTable, fromFlechette } from "./arrow/from-flechette.ts";

/** What is told apart by: a table of `apache-arrow` or of `@uwdata/flechette`. */
export type ArrowTable = ApacheTable | FlechetteTable;

/**
 * Makes a table of a table of the `apache-arrow` library, or of flechette, the smaller library that Arquero uses. Types
 * are kept as {@link fromArrowIpc} keeps them.
 *
 * @throws {TypeError} When it is neither.
 * @example
 * ```ts
 * import { tableFromArrays } from "apache-arrow";
 *
 * const arrow = tableFromArrays({ scene: ["GYM_1", "BEDROOM_2"], height: new Float64Array([0.5, 1]) });
 * const table = await fromArrow(arrow);
 * table.objects(); // [{ scene: "GYM_1", height: 0.5 }, { scene: "BEDROOM_2", height: 1 }]
 * ```
 */
export async function fromArrow(table: ArrowTable): Promise<ColumnTable> {
  if (isFlechette(table)) return fromFlechette(table);
  if (typeof (table as Partial<ApacheTable> | null)?.getChildAt !== "function")
    throw new TypeError("Cannot read an Arrow table: expected one of apache-arrow or of @uwdata/flechette");
  const { tableToIPC } = await import("apache-arrow");
  const { children } = tableFromIPC(tableToIPC(table, "stream"), { useBigInt: true });
  // The names as they are: the library's bytes lose an empty one.
  return fromFlechette({ names: table.schema.fields.map(({ name }) => name), children });
}

function isFlechette(table: ArrowTable): table is FlechetteTable {
  const { names, children } = (table ?? {}) as Partial<FlechetteTable>;
  return Array.isArray(names) && Array.isArray(children);
}
