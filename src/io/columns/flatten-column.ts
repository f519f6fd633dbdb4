import type { ColumnType } from "../../tables/column-type.ts";
import { type ColumnLike, columnTypeOf } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";
import { ListColumn } from "../../tables/list-column.ts";
import { PackedColumn } from "../../tables/packed-column.ts";
import type { FlatColumn, FlatNumbers, Valid } from "./flat-column.ts";
import { flattenValues } from "./flatten-values.ts";
import { misfit } from "./misfit.ts";
import { toInt64s } from "./to-int64s.ts";

/**
 * A table's column as a flat one. The memory of typed arrays is shared where it is in the form that is needed, so do
 * not change what this returns.
 *
 * @param name The column's name, for errors.
 * @throws {TypeError} When the values have no common type, or one does not fit the type; it names column and row.
 */
export function flattenColumn(column: ColumnLike, name: string): FlatColumn {
  if (ArrayBuffer.isView(column)) return flattenTyped(column, name);
  if (column instanceof DictColumn) return { kind: "codes", codes: column.codes, values: column.values };
  if (column instanceof PackedColumn) return flattenPacked(column);
  if (column instanceof ListColumn) return flattenList(column, name);
  const type = columnTypeOf(column, name);
  const values = Array.isArray(column) ? column : arrayOf(column);
  return flattenValues(values, type, (row) => {
    throw misfit(values[row], { name, row, type });
  });
}

function arrayOf(column: ColumnLike): ArrayLike<unknown> {
  return "toArray" in column && typeof column.toArray === "function"
    ? (column.toArray() as ArrayLike<unknown>)
    : Array.from(column);
}

function flattenTyped(column: ArrayBufferView & ColumnLike, name: string): FlatColumn {
  if (column instanceof Float64Array) return numbers("float64", column);
  if (column instanceof Float32Array) return numbers("float64", Float64Array.from(column));
  if (column instanceof BigInt64Array) return numbers("int64", column);
  if (column instanceof Uint32Array) return numbers("int64", toInt64s(column));
  if (column instanceof BigUint64Array) {
    const row = column.findIndex((value) => value >= 2n ** 63n);
    if (row >= 0) throw misfit(column[row], { name, row, type: "int64" });
    return numbers("int64", BigInt64Array.from(column));
  }
  return numbers(
    "int32",
    column instanceof Int32Array ? column : Int32Array.from(column as Iterable<number>),
  );
}

function numbers(type: FlatNumbers["type"], values: FlatNumbers["values"], valid: Valid = null): FlatNumbers {
  return { kind: "numbers", type, values, valid };
}

function flattenPacked({ type, values, valid }: PackedColumn): FlatNumbers {
  if (type === "timestamp") return numbers(type, toInt64s(values as Float64Array, 1000), valid);
  if (type === "int64" && values instanceof Float64Array) return numbers(type, toInt64s(values), valid);
  return numbers(type, values, valid);
}

/** Lists may leave out items at the start and the end of the column of items, as slices do. */
function flattenList({ type, offsets, items, valid }: ListColumn, name: string): FlatColumn {
  const itemType = type.slice(0, -"[]".length) as ColumnType;
  const flat = flattenColumn(items, name);
  if ((flat.kind === "strings" || flat.kind === "codes" ? "string" : flat.type) !== itemType)
    return flattenValues(Array.from(new ListColumn(type, offsets, items, valid)), type, (row) => {
      throw misfit(items, { name, row, type });
    });
  return { kind: "lists", type, offsets, items: flat, valid };
}
