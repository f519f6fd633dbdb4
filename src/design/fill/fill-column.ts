import type { ParamInfo } from "../../params/job-params.ts";
import { paramColumnType } from "../../params/param-column-type.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { DictColumn } from "../../tables/dict-column.ts";
import { fitsType } from "../../tables/fits-type.ts";
import { makeColumn } from "../../tables/make-column.ts";

/** Draws values for some rows, at first (draw 0) and after so many refusals. */
export type Filler = (values: { [row: number]: unknown }, rows: ArrayLike<number>, draw: number) => void;

/** What {@link fillColumn} needs. */
export interface FillColumnOptions {
  /** A column for jobs that do not give the parameter at all. */
  whole: () => ColumnLike;
  /** Values for jobs that do not. */
  filler: Filler;
}

function isComplete(param: ParamInfo, column: ColumnLike): boolean {
  if (column instanceof Float64Array) return param.type === "float";
  if (column instanceof Int32Array) return param.type === "int";
  if (!(column instanceof DictColumn) || column.values.includes(null)) return false;
  return paramColumnType(param.type) === "string";
}

function hasValue(column: ColumnLike): boolean {
  for (let row = 0; row < column.length; row++) if ((column.at(row) ?? null) !== null) return true;
  return false;
}

/** A column as the parameter's type, or as it is where a value does not fit that. */
export function toParamColumn(param: ParamInfo, column: ColumnLike): ColumnLike {
  if (isComplete(param, column)) return column;
  const type = paramColumnType(param.type);
  const values = Array.from(column);
  return values.every((cell) => cell === null || fitsType(cell, type)) ? makeColumn(type, values) : values;
}

/** A parameter's column with a value in every row; the given column itself where it has them. */
export function fillColumn(
  param: ParamInfo,
  given: ColumnLike | null,
  { whole, filler }: FillColumnOptions,
): ColumnLike {
  if (given === null) return whole();
  if (isComplete(param, given)) return given;
  if (!hasValue(given)) return whole();
  const isNumber = param.type === "int" || param.type === "float";
  const values = new Array<unknown>(given.length);
  const missing: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const cell = given.at(row) ?? null;
    values[row] = isNumber && typeof cell === "boolean" ? Number(cell) : cell;
    if (cell === null) missing.push(row);
  }
  filler(values, missing, 0);
  return toParamColumn(param, values);
}
