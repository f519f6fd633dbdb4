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

/** Groups are found by their place among all possible ones, if these are no more. */
const MOST_PLACES = 2 ** 22;

/** The number of each row's group. */
function groupCodes(rows: number, columns: readonly Levels[]): { codes: Uint32Array; number: number } {
  let codes = new Uint32Array(rows);
  let number = 1;
  for (const levels of columns) {
    const size = levels.values.length + 1;
    const keys = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const level = levels.codes[row] as number;
      keys[row] = (codes[row] as number) * size + (level < 0 ? size - 1 : level);
    }
    ({ codes, number } = number * size <= MOST_PLACES ? ranksByPlace(keys, number * size) : ranks(keys));
  }
  return { codes, number };
}

/** The place of each key among the different ones in order. */
function ranks(keys: Float64Array): { codes: Uint32Array<ArrayBuffer>; number: number } {
  const found = [...new Set(keys)].sort((a, b) => a - b);
  const places = new Map(found.map((key, place) => [key, place]));
  return { codes: Uint32Array.from(keys, (key) => places.get(key) as number), number: found.length };
}

/** As {@link ranks}, of keys that are whole numbers below a limit. */
function ranksByPlace(
  keys: Float64Array,
  limit: number,
): { codes: Uint32Array<ArrayBuffer>; number: number } {
  const places = new Uint32Array(limit);
  for (let row = 0; row < keys.length; row++) places[keys[row] as number] = 1;
  let number = 0;
  for (let key = 0; key < limit; key++) if (places[key] === 1) places[key] = number++;
  const codes = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row++) codes[row] = places[keys[row] as number] as number;
  return { codes, number };
}
