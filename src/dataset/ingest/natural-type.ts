import type { ColumnType } from "../../tables/column-type.ts";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { inferColumnType } from "../../tables/infer-column-type.ts";

/** What the values of a column say of its type, as far as the types of several parts are to be reconciled. */
export interface NaturalType {
  type: ColumnType;
  /** Whether the integers are bigints, which no number stands for. */
  big?: true;
  /** Whether it is a type of lists all of which are empty. */
  open?: true;
  /** Whether the values had no common type and were made texts. */
  mixed?: true;
}

const MIXED: NaturalType = { type: "string", mixed: true };
const NUMBERS: readonly ColumnType[] = ["int32", "int64", "float64"];

/**
 * The type that the values of a column show.
 *
 * @returns Null where all are missing.
 */
export function naturalType(column: ColumnLike): NaturalType | null {
  const declared = findColumnType(column);
  if (declared === "string" || declared === "bool") return hasValues(column) ? { type: declared } : null;
  const values = ArrayBuffer.isView(column) ? (column as unknown as ArrayLike<unknown>) : Array.from(column);
  const first = Array.prototype.find.call(values, (value) => value !== null);
  if (first === undefined) return null;
  const type = inferColumnType(values, { integers: true }) ?? declared ?? "string";
  if (typeof first === "bigint") return { type, big: true };
  return type.startsWith("string[]") &&
    !Array.from(values)
      .flat(2)
      .some((item) => typeof item === "string")
    ? { type, open: true }
    : { type };
}

/** The type that holds the values of two parts of a column; `mixed` where only text does. */
export function unifyTypes(a: NaturalType, b: NaturalType): NaturalType {
  if (a.mixed || b.mixed) return MIXED;
  if (a.open && depthOf(a.type) <= depthOf(b.type)) return b;
  if (b.open && depthOf(b.type) <= depthOf(a.type)) return a;
  const big = a.big || b.big;
  if (a.type === b.type) return big ? { type: a.type, big } : { type: a.type };
  if (!NUMBERS.includes(a.type) || !NUMBERS.includes(b.type)) return MIXED;
  if (a.type !== "float64" && b.type !== "float64") return big ? { type: "int64", big } : { type: "int64" };
  return big ? MIXED : { type: "float64" };
}

function depthOf(type: ColumnType): number {
  return type.split("[]").length - 1;
}

function hasValues(column: ColumnLike): boolean {
  for (const value of column) if (value !== null && value !== undefined) return true;
  return false;
}
