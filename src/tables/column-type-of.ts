import type { ColumnType } from "./column-type.ts";
import { inferColumnType } from "./infer-column-type.ts";

/** A column as Arquero tables hold them. */
export interface ColumnLike {
  readonly length: number;
  at(row: number): unknown;
  [Symbol.iterator](): Iterator<unknown>;
}

/**
 * The type of a table's column: declared by the column, implied by its typed array, or read off its values.
 *
 * @returns The type, or null where the values have no common type.
 */
export function findColumnType(column: ColumnLike): ColumnType | null {
  if ("type" in column && typeof column.type === "string") return column.type as ColumnType;
  if (column instanceof Float64Array || column instanceof Float32Array) return "float64";
  if (column instanceof BigInt64Array || column instanceof BigUint64Array || column instanceof Uint32Array) {
    return "int64";
  }
  if (ArrayBuffer.isView(column)) return "int32";
  return inferColumnType(Array.isArray(column) ? column : Array.from(column), { structs: true });
}

/**
 * The type of a table's column, as {@link findColumnType} finds it.
 *
 * @param name The column's name, for the error.
 * @throws {TypeError} When the values have no common type.
 */
export function columnTypeOf(column: ColumnLike, name: string): ColumnType {
  const type = findColumnType(column);
  if (type !== null) return type;
  throw new TypeError(
    `Cannot type column "${name}": its values mix types, expected one of bool, number, string, Date`,
  );
}
