import type { ItemType } from "../../../tables/column-type.ts";
import { columnKind } from "../../columns/column-kind.ts";

/** What statistics take of a `cell`: a number, a text, an integer with all its digits; null where it is missing. */
export function valueSql(type: ItemType, duckDbType: string): string {
  const kind = columnKind(type);
  if (kind === "categorical") return duckDbType === "BLOB" ? "lower(hex(cell))" : "cell::VARCHAR";
  if (kind === "boolean") return "cell::INTEGER";
  if (kind === "time") return "epoch_us(cell)::DOUBLE / 1000";
  return type === "float64" ? numberSql("cell") : "cell";
}

/** A number; null where it is NaN, and 0 where it is -0. */
export function numberSql(value: string): string {
  return `CASE WHEN isnan(${value}::DOUBLE) THEN NULL ELSE ${value}::DOUBLE + 0 END`;
}

/** A number as SQL, digit by digit: without the cast it would be a decimal. */
export function literalSql(number: number): string {
  return `'${number}'::DOUBLE`;
}
