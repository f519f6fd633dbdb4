import type { ColumnTable } from "arquero";
import { takeRows } from "../../tables/take-rows.ts";
import { planned, remember } from "../plans/provenance.ts";
import { checkNoSharedColumn, sideBySide } from "./side-by-side.ts";

/**
 * Every row of a table with every row of the next; the first table varies slowest. Rows stay together, so that
 * samples, grids and hand-made tables combine.
 *
 * @returns A table with as many rows as the product of the tables' numbers of rows.
 * @throws {TypeError} When no table is given.
 * @throws {RangeError} When two tables share a column.
 * @example
 * ```ts
 * const people = zip({ gender: ["FEMALE", "MALE"], num_reps: [2, 3] });
 * cross(people, grid({ camera_height: [1, 2] })).objects(); // [
 * //   { gender: "FEMALE", num_reps: 2, camera_height: 1 },
 * //   { gender: "FEMALE", num_reps: 2, camera_height: 2 },
 * //   { gender: "MALE", num_reps: 3, camera_height: 1 },
 * //   { gender: "MALE", num_reps: 3, camera_height: 2 }
 * // ]
 * ```
 */
export function cross(...tables: ColumnTable[]): ColumnTable {
  if (tables.length === 0) throw new TypeError("cross needs at least one table");
  checkNoSharedColumn("cross", tables);
  const total = tables.reduce((product, each) => product * each.numRows(), 1);
  let block = total;
  const parts = tables.map((each) => {
    const rows = new Uint32Array(total);
    const count = each.numRows();
    block /= count;
    for (let row = 0, start = 0; start < total; start += block, row = (row + 1) % count) {
      rows.fill(row, start, start + block);
    }
    return takeRows(each, rows);
  });
  return remember(sideBySide(parts), { op: "cross", inputs: tables.map(planned) });
}
