import type { ColumnTable } from "arquero";
import { table } from "arquero";
import type { ParamValue } from "../params/job-params.ts";
import { cross } from "./cross.ts";
import { designColumn } from "./design-column.ts";

/**
 * Every combination of some parameters' values; the first parameter varies slowest.
 *
 * @param values The values of each parameter; an empty list makes an empty table.
 * @throws {TypeError} When no parameter is given.
 * @example
 * ```ts
 * grid({ scene: ["GYM_1", "BEDROOM_2"], num_reps: [1, 2, 3] }); // 6 rows
 * ```
 */
export function grid(values: Record<string, readonly ParamValue[]>): ColumnTable {
  const columns = Object.entries(values).map(([name, list]) => table([[name, designColumn(list)]]));
  if (columns.length === 0) throw new TypeError("grid needs the values of at least one parameter");
  return cross(...columns);
}
