import type { ColumnType } from "./column-type.ts";
import type { ColumnLike } from "./column-type-of.ts";
import { TypedColumn } from "./typed-column.ts";

/**
 * The cheapest column that keeps both the values and the type: a typed array for numbers, a plain array for
 * booleans and strings, and a {@link TypedColumn} where values are missing or the type does not show.
 * An `int32` column with a value beyond 32 bits becomes an `int64` column, whose values are numbers or, where one is
 * a bigint, all bigints.
 */
export function makeColumn(type: ColumnType, values: readonly unknown[]): ColumnLike {
  const complete = values.length > 0 && !values.includes(null) && !values.includes(undefined);
  if (type === "int32" && exceeds32Bits(values)) type = "int64";
  if (type === "int64" && values.some((value) => typeof value === "bigint")) values = values.map(toBigint);
  if (complete && type === "float64") return Float64Array.from(values as number[]);
  if (complete && type === "int32") return Int32Array.from(values as number[]);
  if (complete && (type === "bool" || type === "string")) return values as ColumnLike & readonly unknown[];
  return new TypedColumn(type, values);
}

function toBigint(value: unknown): bigint | null {
  return value === null || value === undefined ? null : BigInt(value as number | bigint);
}

function exceeds32Bits(values: readonly unknown[]): boolean {
  return values.some((value) => {
    return typeof value === "bigint" || (typeof value === "number" && (value | 0) !== value);
  });
}
