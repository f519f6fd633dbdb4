import type { ColumnTable } from "arquero";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { findColumn } from "../columns/find-column.ts";
import { type Levels, levelsOf } from "../columns/levels-of.ts";

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
  const levels = by.map((name) => levelsOf(table, name, "group column"));
  const { codes, number } = groupCodes(table.numRows(), levels);
  const sizes = new Uint32Array(number);
  for (const code of codes) sizes[code] = (sizes[code] as number) + 1;
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  sizes.fill(0);
  codes.forEach((code, row) => {
    const place = sizes[code] as number;
    (rows[code] as Uint32Array)[place] = row;
    sizes[code] = place + 1;
  });
  const firsts = rows.map((group) => group[0] ?? 0);
  return {
    rows,
    columns: by.map((name, i) => [name, valuesOf(table, name, { levels: levels[i] as Levels, firsts })]),
  };
}

/** The values that a group column has in some rows; null where it has none. */
function valuesOf(
  table: ColumnTable,
  name: string,
  { levels, firsts }: { levels: Levels; firsts: readonly number[] },
): ColumnLike {
  const type = findColumnType(findColumn(table, name)) ?? "string";
  const values = firsts.map((row) => levels.values[levels.codes[row] as number] ?? null);
  return makeColumn(
    type,
    values.map((value) => (value === 0 ? 0 : value)),
  );
}

/** The number of each row's group. */
function groupCodes(rows: number, columns: readonly Levels[]): { codes: Uint32Array; number: number } {
  let codes = new Uint32Array(rows);
  let number = 1;
  for (const levels of columns) {
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
