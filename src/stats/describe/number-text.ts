import type { ColumnKind } from "../columns/column-kind.ts";

/** The farthest moment from 1970 that a Date holds. */
const DATE_RANGE_MS = 8.64e15;

/** A number of a column as text: truth values are `true` and `false`, moments ISO 8601. */
export function numberText(value: number, kind: ColumnKind): string {
  if (kind === "boolean") return String(value === 1);
  const isMoment = kind === "time" && Math.abs(value) <= DATE_RANGE_MS;
  return isMoment ? new Date(value).toISOString() : String(value);
}
