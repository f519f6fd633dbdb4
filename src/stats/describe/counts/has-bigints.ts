import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { PackedColumn } from "../../../tables/packed-column.ts";

/** Whether integers of a column are bigints, of which several may have the same nearest number. */
export function hasBigints(column: ColumnLike): boolean {
  const values = column instanceof PackedColumn ? column.values : column;
  if (ArrayBuffer.isView(values)) return values instanceof BigInt64Array || values instanceof BigUint64Array;
  for (let row = 0; row < values.length; row++) if (typeof values.at(row) === "bigint") return true;
  return false;
}
