import { nearestNumbers } from "../../labels/coco/nearest-number.ts";
import { parseLabelJson } from "../../labels/json/parse-label-json.ts";
import { textOf } from "../../tables/builders/text-of.ts";
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
  if (stored === natural.type) return column;
  const toValue =
    stored === "string" ? (text: unknown) => valueOfText(String(text), natural) : (value: unknown) => value;
  return makeColumn(
    natural.type,
    Array.from(column, (value) => (value === null ? null : toValue(value))),
  );
}

/** A column as another type that holds its values; anything can become text. */
export function castColumn(column: ColumnLike, type: ColumnType): ColumnLike {
  if (findColumnType(column) === type) return column;
  const toValue = type === "string" ? textOf : (value: unknown) => value;
  return new TypedColumn(
    type,
    Array.from(column, (value) => (value === null ? null : toValue(value))),
  );
}

/** The value that {@link textOf} made a text of. */
function valueOfText(text: string, { type, big }: NaturalType): unknown {
  if (type === "bool") return text === "true";
  if (type.includes("[")) return nearestNumbers(parseLabelJson(text) as unknown[]);
  return big ? BigInt(text) : Number(text);
}
