import type { ColumnTable } from "arquero";
import type { ParamValue } from "../../params/job-params.ts";
import { isTable } from "../../tables/is-table.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { designColumns } from "../design-column.ts";
import type { PlanInput } from "../plans/plan.ts";
import { planned, remember } from "../plans/provenance.ts";
import { asShown } from "./as-shown.ts";
import { checkNoSharedColumn, sideBySide } from "./side-by-side.ts";

/** What {@link zip} takes: a table, or the values of each parameter. */
export type Zippable = ColumnTable | Readonly<Record<string, readonly ParamValue[]>>;

/** A list of values is a grid of one column. */
function inputsOf(each: Zippable): PlanInput[] {
  if (isTable(each)) return [planned(each)];
  return Object.entries(each).map(([name, list]) => ({ op: "grid", values: { [name]: [...list] } }));
}

/**
 * Tables side by side, row by row: the first row of each with the first row of the others, and so on. All have the
 * same number of rows; a table, or a list, of a single row is repeated for every row of the others.
 *
 * @throws {TypeError} When no table is given.
 * @throws {RangeError} When numbers of rows other than 1 differ, or two tables share a column.
 * @example
 * ```ts
 * zip({ scene: ["GYM_1", "BEDROOM_2"], num_reps: [3, 5] }, { frame_rate: [24] }).objects(); // [
 * //   { scene: "GYM_1", num_reps: 3, frame_rate: 24 },
 * //   { scene: "BEDROOM_2", num_reps: 5, frame_rate: 24 }
 * // ]
 * ```
 */
export function zip(...tables: Zippable[]): ColumnTable {
  const parts = tables.flatMap((each) => (isTable(each) ? [each] : designColumns(each)));
  if (parts.length === 0) throw new TypeError("zip needs at least one table");
  checkNoSharedColumn("zip", parts);
  const counts = [...new Set(parts.map((part) => part.numRows()))];
  const repeated = counts.length > 1 ? counts.filter((count) => count !== 1) : counts;
  if (repeated.length > 1) {
    throw new RangeError(
      `Cannot zip tables of ${repeated.join(" and ")} rows: the numbers must be equal or 1`,
    );
  }
  const length = repeated[0] ?? 0;
  const zipped = sideBySide(
    parts.map((part) => {
      return part.numRows() === length ? asShown(part) : takeRows(part, new Uint32Array(length));
    }),
  );
  return remember(zipped, { op: "zip", inputs: tables.flatMap(inputsOf) });
}
