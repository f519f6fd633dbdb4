import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { findColumn } from "../columns/find-column.ts";
import { levelsOf } from "../columns/levels-of.ts";

/** The rows of a table by group. Groups are ordered by their values, the first column's first, missing ones last. */
export interface RowGroups {
  /** For each group its rows, in order; where there are no group columns, one group of all rows. */
  readonly rows: readonly Uint32Array[];
  /** For each group column the groups' values, in a column of the same type. */
  readonly columns: readonly (readonly [name: string, values: ColumnLike])[];
}

/**
 * Groups the rows of a table by the values of columns.
 *
 * @throws {RangeError} When the table has no column of such a name.
 * @throws {TypeError} When a column has lists or structures.
 */
export function rowGroups(table: ColumnTable, by: readonly string[]): RowGroups {
  const { codes, number } = groupCodes(table, by);
  const sizes = new Uint32Array(number);
  for (const code of codes) sizes[code] = (sizes[code] as number) + 1;
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  codes.forEach((code, row) => {
    const place = sizes[code] as number;
    (rows[code] as Uint32Array)[place] = row;
    sizes[code] = place + 1;
  });
  const firsts = Uint32Array.from(rows, (group) => group[0] ?? 0);
  const columns = by.map((name) => [name, pickerOf(findColumn(table, name))(firsts)] as const);
  return { rows, columns };
}

/** The number of each row's group. */
function groupCodes(table: ColumnTable, by: readonly string[]): { codes: Uint32Array; number: number } {
  let codes = new Uint32Array(table.numRows());
  let number = 1;
  for (const name of by) {
    const levels = levelsOf(table, name, "group column");
    const size = levels.values.length + 1;
    const keys = Float64Array.from(codes, (code, row) => {
      const level = levels.codes[row] as number;
      return code * size + (level < 0 ? size - 1 : level);
    });
    const found = [...new Set(keys)].sort((a, b) => a - b);
    const places = new Map(found.map((key, place) => [key, place]));
    codes = Uint32Array.from(keys, (key) => places.get(key) as number);
    number = found.length;
  }
  return { codes, number };
}
