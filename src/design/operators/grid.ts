import type { ColumnTable } from "arquero";
import type { ParamValue } from "../../params/job-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { designColumns } from "../design-column.ts";
import { remember } from "../plans/provenance.ts";
import { copyLists } from "./copy-lists.ts";
import { cross } from "./cross.ts";
import { checkVary, type Vary } from "./vary.ts";

/** Options of {@link grid}. */
export interface GridOptions {
  /** Whether the first parameter varies slowest or fastest from row to row. @default "slowest" */
  vary?: Vary | undefined;
}

/**
 * Every combination of some parameters' values; the first parameter varies slowest unless `vary` says otherwise.
 *
 * @param values The values of each parameter; an empty list makes an empty table.
 * @returns A table with a column per parameter, in the order given.
 * @throws {TypeError} When no parameter is given.
 * @throws {RangeError} When `vary` is neither `"slowest"` nor `"fastest"`.
 * @example
 * ```ts
 * const jobs = grid({ scene: ["GYM_1", "BEDROOM_2"], num_reps: [1, 2, 3] });
 * jobs.numRows(); // 6
 * jobs.array("num_reps"); // [1, 2, 3, 1, 2, 3]
 * ```
 */
export function grid(
  values: Readonly<Record<string, readonly ParamValue[]>>,
  { vary = "slowest" }: GridOptions = {},
): ColumnTable {
  checkVary(vary);
  const columns = designColumns(values);
  if (columns.length === 0) throw new TypeError("grid needs the values of at least one parameter");
  const combined = vary === "slowest" ? cross(...columns) : cross(...columns.toReversed());
  // Not Arquero's select, which loses a column without a name.
  const names = Object.keys(values);
  const table = makeTable(names.map((name) => [name, combined.column(name) as ColumnLike]));
  return remember(table, { op: "grid", values: copyLists(values), vary });
}
