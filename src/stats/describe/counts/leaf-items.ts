import type { ColumnType } from "../../../tables/column-type.ts";
import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { ListColumn } from "../../../tables/list-column.ts";
import { pickerOf } from "../../../tables/take-rows.ts";
import { TypedColumn } from "../../../tables/typed-column.ts";

/** The innermost items of the lists of a column, one after the other. */
export interface LeafItems {
  readonly type: ColumnType;
  readonly items: ColumnLike;
  /** For each item the row it comes from. */
  readonly rows: Uint32Array;
}

/** Takes the innermost items out of a column of lists. */
export function leafItems(column: ColumnLike, type: ColumnType): LeafItems {
  const { items, rows } = column instanceof ListColumn ? packedItems(column) : looseItems(column, type);
  const itemType = typeOfItems(type);
  if (!itemType.endsWith("[]")) return { type: itemType, items, rows };
  const inner = leafItems(items, itemType);
  return { ...inner, rows: inner.rows.map((list) => rows[list] as number) };
}

function typeOfItems(type: ColumnType): ColumnType {
  return type.slice(0, -"[]".length) as ColumnType;
}

function packedItems({ offsets, items, valid, length }: ListColumn): Omit<LeafItems, "type"> {
  const places = new Uint32Array(items.length);
  const rows = new Uint32Array(items.length);
  let number = 0;
  for (let row = 0; row < length; row++) {
    if (valid !== null && valid[row] !== 1) continue;
    for (let place = offsets[row] as number; place < (offsets[row + 1] as number); place++) {
      rows[number] = row;
      places[number++] = place;
    }
  }
  if (number === items.length) return { items, rows };
  return { items: pickerOf(items)(places.subarray(0, number)), rows: rows.subarray(0, number) };
}

function looseItems(column: ColumnLike, type: ColumnType): Omit<LeafItems, "type"> {
  const [items, rows]: [unknown[], number[]] = [[], []];
  for (let row = 0; row < column.length; row++) {
    for (const item of (column.at(row) ?? []) as Iterable<unknown>) {
      items.push(item);
      rows.push(row);
    }
  }
  return { items: new TypedColumn(typeOfItems(type), items), rows: Uint32Array.from(rows) };
}
