import type { ColumnType } from "./column-type.ts";
import type { ColumnLike } from "./column-type-of.ts";
import { DictColumn } from "./dict-column.ts";
import { makeColumn } from "./make-column.ts";
import { TypedColumn } from "./typed-column.ts";

/** A column of `n` rows that all hold the same value, which fits the type or is missing (`null`). */
export function constantColumn(type: ColumnType, value: unknown, n: number): ColumnLike {
  if (value === null || n === 0) return new TypedColumn(type, new Array<unknown>(n).fill(value));
  if (type === "float64") return new Float64Array(n).fill(value as number);
  if (type === "string") return new DictColumn(new Uint8Array(n), [value as string]);
  return makeColumn(type, new Array<unknown>(n).fill(value));
}
