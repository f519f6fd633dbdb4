import type { ColumnType } from "../../tables/column-type.ts";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { TypedColumn } from "../../tables/typed-column.ts";
import type { NaturalType } from "./natural-type.ts";

/** A column of nothing but missing values. */
export function missingColumn(type: ColumnType, rows: number): ColumnLike {
  return new TypedColumn(type, new Array<null>(rows).fill(null));
}

/**
 * The column that a part's values had before they were made to fit other parts: texts become what they are texts of.
 *
 * @param natural What the values were.
 */
export function naturalColumn(column: ColumnLike, natural: NaturalType): ColumnLike {
  const stored = findColumnType(column);
  if (stored === natural.type || (stored === "string" && natural.mixed)) return column;
  const values = Array.from(column, (value) => {
    if (value === null) return null;
    if (stored !== "string") return natural.big ? BigInt(value as number) : value;
    return natural.big ? BigInt(value as string) : (JSON.parse(value as string) as unknown);
  });
  return makeColumn(natural.type, values);
}

/** A column as another type that holds its values; anything can become text. */
export function castColumn(column: ColumnLike, type: ColumnType): ColumnLike {
  if (findColumnType(column) === type) return column;
  const isText = type === "string";
  return new TypedColumn(
    type,
    Array.from(column, (value) => (value === null || !isText ? value : textOf(value))),
  );
}

/** The same text as tables in memory give a value of a column that mixes types. */
function textOf(value: unknown): string {
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
