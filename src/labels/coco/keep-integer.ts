import type { ColumnType } from "../../tables/column-type.ts";
import { isInt64 } from "../../util/is-int64.ts";
import type { FileRows } from "../file-rows.ts";

/** Options of {@link keepInteger}. */
export interface KeepIntegerOptions {
  rows: FileRows;
  /** Where the value is in the file. */
  path: string;
}

/**
 * An integer beyond 2^53 as the value of a column: itself; the nearest number where the column is of floating point,
 * noted if it differs; its digits, noted, where it has more than 64 bits and the column is not declared.
 *
 * @param type The column's type; undefined where the column is not declared.
 */
export function keepInteger(
  value: bigint,
  type: ColumnType | undefined,
  { rows, path }: KeepIntegerOptions,
): bigint | number | string {
  if (type === "float64") {
    const nearest = Number(value);
    if (!Number.isFinite(nearest) || BigInt(nearest) !== value) {
      rows.report(
        "unsafe_integer",
        path,
        `Integer ${brief(value)} is rounded: the column holds floating point`,
      );
    }
    return nearest;
  }
  if (type !== undefined || isInt64(value)) return value;
  rows.report("unsafe_integer", path, `Integer ${brief(value)} has more than 64 bits: kept as text`);
  return String(value);
}

function brief(value: bigint): string {
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
