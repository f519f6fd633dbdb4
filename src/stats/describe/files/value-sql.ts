import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { ItemType } from "../../../tables/column-type.ts";
import { columnKind } from "../../columns/column-kind.ts";

/** A value of files, in SQL, with its type. */
export interface TypedSql {
  readonly type: ItemType;
  /** Whether the engine has bytes where it is text here. */
  readonly isBytes: boolean;
}

/** What statistics take of a cell: a number, a text, an integer with all its digits; null where it is missing. */
export function valueSql(cell: string, { type, isBytes }: TypedSql, dialect: Dialect): string {
  const kind = columnKind(type);
  if (kind === "categorical") {
    return isBytes ? dialect.hex(cell) : `CAST(${cell} AS STRING)`;
  }
  if (kind === "boolean") return `CAST(${cell} AS INTEGER)`;
  if (kind === "time") return `CAST(${dialect.epochMicros(cell)} AS DOUBLE) / 1000`;
  return type === "float64" ? numberSql(cell) : cell;
}

/** A number; null where it is NaN, and 0 where it is -0. */
export function numberSql(value: string): string {
  const number = `CAST(${value} AS DOUBLE)`;
  return `CASE WHEN isnan(${number}) THEN NULL ELSE ${number} + 0 END`;
}

/** A number as SQL, digit by digit, and of type DOUBLE by its exponent. */
export function doubleSql(number: number): string {
  return number.toExponential();
}

/** Whether a number is finite; null where it is null. */
export function isFiniteSql(number: string): string {
  return `abs(${number}) <= ${doubleSql(Number.MAX_VALUE)}`;
}
