import type { ColumnLike } from "../../tables/column-type-of.ts";
import { pickerOf } from "../../tables/take-rows.ts";

/** Columns with each of their values so often, one after the other. */
export function repeatedValues(
  columns: readonly (readonly [string, ColumnLike])[],
  times: readonly number[],
): (readonly [string, ColumnLike])[] {
  const places = Uint32Array.from(times.flatMap((number, place) => new Array<number>(number).fill(place)));
  return columns.map(([name, column]) => [name, pickerOf(column)(places)]);
}
