import type { ColumnTable } from "arquero";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { PackedColumn } from "../../tables/packed-column.ts";
import { columnKind } from "./column-kind.ts";
import { findColumn } from "./find-column.ts";

/**
 * The numbers of a column, `NaN` where a value is missing: truth values are 0 and 1, moments milliseconds since 1970,
 * integers beyond 2^53 the nearest number. A column of such numbers is not copied, so do not change what this returns.
 */
export function toNumbers(column: ColumnLike): Float64Array {
  if (column instanceof Float64Array) return column;
  if (isTypedArray(column)) return new Float64Array(column);
  if (column instanceof PackedColumn && !(column.values instanceof BigInt64Array)) return unpacked(column);
  const numbers = new Float64Array(column.length);
  for (let row = 0; row < numbers.length; row++) numbers[row] = toNumber(column.at(row));
  return numbers;
}

/**
 * The numbers of a table's column, as {@link toNumbers} gives them.
 *
 * @param role What the column is for, for errors: `outcome`.
 * @throws {RangeError} When the table has no column of that name.
 * @throws {TypeError} When the column has values of another kind.
 */
export function numbersOf(table: ColumnTable, name: string, role = "column"): Float64Array {
  const column = findColumn(table, name, role);
  const type = findColumnType(column);
  const kind = columnKind(type);
  if (kind === "numeric" || kind === "boolean" || kind === "time" || isEmpty(column))
    return toNumbers(column);
  throw new TypeError(
    `The ${role} "${name}" must have numbers, truth values or moments, got ${type ?? "values of several types"}`,
  );
}

function isEmpty(column: ColumnLike): boolean {
  for (const value of column) if (value !== null && value !== undefined) return false;
  return true;
}

/** Whether a column is a typed array of numbers, other than bigints. */
function isTypedArray(column: ColumnLike): column is ColumnLike & Float64Array {
  return ArrayBuffer.isView(column) && !(column instanceof BigInt64Array || column instanceof BigUint64Array);
}

function unpacked({ values, valid }: PackedColumn): Float64Array {
  if (valid === null && values instanceof Float64Array) return values;
  const numbers = new Float64Array(values as Float64Array);
  if (valid !== null)
    for (let row = 0; row < numbers.length; row++) if (valid[row] !== 1) numbers[row] = Number.NaN;
  return numbers;
}

function toNumber(value: unknown): number {
  return value === null || value === undefined ? Number.NaN : Number(value);
}
