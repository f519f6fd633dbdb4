import type { ColumnTable } from "arquero";
import type { ColumnType } from "./column-type.ts";
import { type ColumnLike, findColumnType } from "./column-type-of.ts";
import { DictColumn } from "./dict-column.ts";
import { ListColumn } from "./list-column.ts";
import { makeColumn } from "./make-column.ts";
import { makeTable } from "./make-table.ts";
import { PackedColumn, type PackedValues } from "./packed-column.ts";
import { TypedColumn } from "./typed-column.ts";

/** Takes the values at some places of a column. */
type Picker = (places: Uint32Array) => ColumnLike;

function pickNumbers(column: Float64Array, places: Uint32Array): Float64Array {
  const picked = new (column.constructor as Float64ArrayConstructor)(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = column[places[i] as number] as number;
  return picked;
}

function pickCodes({ codes, values }: DictColumn, places: Uint32Array): DictColumn {
  const picked = new (codes.constructor as Uint8ArrayConstructor)(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = codes[places[i] as number] as number;
  return new DictColumn(picked, values);
}

function pickPacked({ type, values, valid }: PackedColumn, places: Uint32Array): PackedColumn {
  const picked = pickNumbers(values as Float64Array, places) as PackedValues;
  return new PackedColumn(type, picked, pickValid(valid, places));
}

function pickValid(valid: Uint8Array | null, places: Uint32Array): Uint8Array | null {
  if (valid === null) return null;
  const picked = new Uint8Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = valid[places[i] as number] as number;
  return picked.includes(0) ? picked : null;
}

function pickLists({ type, offsets, items, valid }: ListColumn, places: Uint32Array): ListColumn {
  const starts = new Uint32Array(places.length + 1);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    starts[i + 1] = (starts[i] as number) + (offsets[place + 1] as number) - (offsets[place] as number);
  }
  const taken = new Uint32Array(starts[places.length] as number);
  for (let i = 0; i < places.length; i++) {
    const shift = (offsets[places[i] as number] as number) - (starts[i] as number);
    const end = starts[i + 1] as number;
    for (let item = starts[i] as number; item < end; item++) taken[item] = item + shift;
  }
  return new ListColumn(type, starts, pickerOf(items)(taken), pickValid(valid, places));
}

function pickItems(column: readonly unknown[], places: Uint32Array): unknown[] {
  const picked = new Array<unknown>(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = column[places[i] as number];
  return picked;
}

function pickCells(column: ColumnLike, places: Uint32Array): unknown[] {
  const picked = new Array<unknown>(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = column.at(places[i] as number);
  return picked;
}

/** A column of values that come from a column of this type. */
function columnOf(type: ColumnType, values: unknown[]): ColumnLike {
  if (values.includes(null) || values.includes(undefined)) return new TypedColumn(type, values);
  const showsType = values.length > 0 && (type === "string" || type === "bool");
  return showsType ? values : makeColumn(type, values);
}

/** Takes values of a column as a column of the same type, any number of times. */
export function pickerOf(column: ColumnLike): Picker {
  // Any typed array is handled as if it held floats: values are moved, never looked at.
  if (ArrayBuffer.isView(column)) return (places) => pickNumbers(column as unknown as Float64Array, places);
  if (column instanceof DictColumn) return (places) => pickCodes(column, places);
  if (column instanceof PackedColumn) return (places) => pickPacked(column, places);
  if (column instanceof ListColumn) return (places) => pickLists(column, places);
  const type = findColumnType(column);
  return (places) => {
    const values = Array.isArray(column) ? pickItems(column, places) : pickCells(column, places);
    return type === null ? values : columnOf(type, values);
  };
}

/** Takes rows of a table as {@link takeRows} does, any number of times. */
export function rowTaker(source: ColumnTable): (rows: ArrayLike<number>) => ColumnTable {
  const pickers = source
    .columnNames()
    .map((name): [string, Picker] => [name, pickerOf(source.column(name) as ColumnLike)]);
  const shown = source.isFiltered() || source.isOrdered() ? source.indices() : null;
  const count = source.numRows();
  return (rows) => {
    const places = new Uint32Array(rows);
    for (let i = 0; i < places.length; i++) {
      const row = places[i] as number;
      if (row !== rows[i] || row >= count)
        throw new RangeError(`Cannot take row ${rows[i]} of a table of ${count} rows`);
      if (shown !== null) places[i] = shown[row] as number;
    }
    return makeTable(pickers.map(([name, pick]): [string, ColumnLike] => [name, pick(places)]));
  };
}

/**
 * A new table of some rows of a table, in the order given; a row may come more than once. Rows are counted as the
 * user sees them, so a filter and an order of the table apply. Columns keep their types.
 *
 * @param rows The row numbers, from 0.
 * @throws {RangeError} When the table does not have one of the rows.
 * @example
 * ```ts
 * takeRows(table({ x: ["a", "b", "c"] }), [2, 0]).array("x"); // ["c", "a"]
 * ```
 */
export function takeRows(source: ColumnTable, rows: ArrayLike<number>): ColumnTable {
  return rowTaker(source)(rows);
}
