import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { findColumnType } from "../tables/column-type-of.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import { shownColumn } from "../tables/shown-column.ts";

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
/** Numbers as programs write them: no blanks, signs or zeros before, so that `007` and `+1` stay texts. */
const NUMBER = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?|NaN|-?Infinity)$/i;
const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

/**
 * Gives columns of text, as CSV files leave them, the type that all of their values are written in: numbers, or `true`
 * and `false`. Columns with any other value stay text: also those with `007`, which may be a name. Integers that
 * numbers cannot hold become bigints.
 */
export function typeTexts(source: ColumnTable): ColumnTable {
  return makeTable(
    source.columnNames().map((name): [string, ColumnLike] => {
      const column = shownColumn(source, name);
      return [name, findColumnType(column) === "string" ? typed(column) : column];
    }),
  );
}

function typed(column: ColumnLike): ColumnLike {
  const texts = Array.from(column, (value) => (value ?? null) as string | null);
  for (const parse of [parseTruth, parseExactNumber, parseInt64]) {
    const values = texts.map((text) => (text === null ? null : parse(text)));
    if (values.some((value, row) => value === null && texts[row] !== null)) continue;
    const type = values.every((value) => value === null) ? null : inferColumnType(values, { integers: true });
    const isWhole = !texts.some((text) => text !== null && /[.eE]/.test(text));
    if (type !== null) return makeColumn(type.startsWith("int") && !isWhole ? "float64" : type, values);
  }
  return column;
}

function parseTruth(text: string): boolean | null {
  return TRUTH.get(text) ?? null;
}

function parseExactNumber(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const number = Number(text);
  return INTEGER.test(text) && !Number.isSafeInteger(number) ? null : number;
}

function parseInt64(text: string): bigint | null {
  if (!INTEGER.test(text)) return null;
  const integer = BigInt(text);
  return BigInt.asIntN(64, integer) === integer ? integer : null;
}
