import type { ColumnTable } from "arquero";
import type { ScalarType } from "../tables/column-type.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { fitsType } from "../tables/fits-type.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { makeColumn } from "../tables/make-column.ts";
import { makeTable } from "../tables/make-table.ts";
import type { DanfoFrame } from "./load-danfo.ts";

const TYPES: ReadonlyMap<string, ScalarType> = new Map([
  ["int32", "int32"],
  ["float32", "float64"],
  ["string", "string"],
  ["boolean", "bool"],
  ["datetime", "string"],
]);

function toValue(cell: unknown): unknown {
  if (cell === undefined || Number.isNaN(cell)) return null;
  if (!(cell instanceof Date)) return cell;
  return Number.isNaN(cell.getTime()) ? null : cell.toISOString();
}

/** danfo reads types off the first rows, so that later ones may not fit. */
function columnOf(dtype: string | undefined, values: unknown[]): ColumnLike {
  const declared = TYPES.get(dtype ?? "") ?? null;
  const fits = declared !== null && values.every((value) => value === null || fitsType(value, declared));
  const type = fits ? declared : inferColumnType(values, { integers: true });
  return type === null ? values : makeColumn(type, values);
}

function rowsOf({ columns, values }: DanfoFrame): readonly unknown[][] {
  if (!Array.isArray(columns) || !Array.isArray(values) || !values.every((row) => Array.isArray(row))) {
    throw new TypeError("A danfo DataFrame is needed, with columns and rows of values");
  }
  return values;
}

/**
 * Makes a table of a danfo frame. Columns of type `int32`, `float32`, `string` and `boolean` become `int32`, `float64`,
 * `string` and `bool` where their values are such, and what their values are otherwise. `NaN`, `null` and `undefined`,
 * which danfo all counts as missing, become `null`; dates become ISO 8601 strings. The frame's index is dropped.
 *
 * @throws {TypeError} When it is not a frame (a series is none).
 * @example
 * What it needs of a frame are its columns, types and values:
 * ```ts
 * const frame = {
 *   columns: ["num_reps", "scene"],
 *   dtypes: ["int32", "string"],
 *   values: [
 *     [1, "GYM_1"],
 *     [2, undefined],
 *   ],
 * };
 * fromDanfo(frame).objects(); // [{ num_reps: 1, scene: "GYM_1" }, { num_reps: 2, scene: null }]
 * ```
 */
export function fromDanfo(frame: DanfoFrame): ColumnTable {
  const rows = rowsOf(frame);
  return makeTable(
    frame.columns.map((name, index): [string, ColumnLike] => {
      const values = rows.map((row) => toValue(row[index]));
      return [name, columnOf(frame.dtypes[index], values)];
    }),
  );
}
