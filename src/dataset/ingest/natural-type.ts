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

/** What the values of a column are that have no common type. */
export const MIXED: NaturalType = { type: "string", mixed: true };
const NUMBERS: readonly ColumnType[] = ["int32", "int64", "float64"];

/**
 * The type that the values of a column show.
 *
 * @returns Null where all are missing.
 */
export function naturalType(column: ColumnLike): NaturalType | null {
  const known = declaredType(column);
  if (known === null || known.type === "string" || known.type === "bool") return known;
  const values = known.big
    ? Array.from(column, keepBig)
    : ArrayBuffer.isView(column)
      ? (column as unknown as ArrayLike<unknown>)
      : Array.from(column);
  const type = inferColumnType(values, { integers: true }) ?? known.type;
  if (known.big && Array.from(values).some((value) => typeof value === "bigint")) return { type, big: true };
  const isOpen =
    type.startsWith("string[]") &&
    !Array.from(values)
      .flat(2)
      .some((item) => typeof item === "string");
  return isOpen ? { type, open: true } : { type };
}

/** A bigint as a number, where one stands for it: the values that made bigints of all may be gone. */
function keepBig(value: unknown): unknown {
  return typeof value === "bigint" && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** The type of a column whose type does not depend on its values; null where all are missing. */
export function declaredType(column: ColumnLike): NaturalType | null {
  const type = findColumnType(column) ?? "string";
  for (let row = 0; row < column.length; row++) {
    const value = column.at(row);
    if (value !== null && value !== undefined)
      return typeof value === "bigint" ? { type, big: true } : { type };
  }
  return null;
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
