import type { ParamInfo } from "../api/wire-types.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { DictColumn } from "../tables/dict-column.ts";
import { checkValue } from "./check-value.ts";

function anyFloatOutside(values: Float64Array, min: number, max: number): boolean {
  let outside = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!(value >= min && value <= max)) outside++;
  }
  return outside > 0;
}

function anyIntOutside(values: Int32Array, min: number, max: number): boolean {
  let outside = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (!(value >= min && value <= max)) outside++;
  }
  return outside > 0;
}

function anyIntUnknown(values: Int32Array, choices: readonly unknown[]): boolean {
  const known = new Set(choices);
  let last = Number.NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value === last) continue;
    if (!known.has(value)) return true;
    last = value;
  }
  return false;
}

/**
 * Whether every value of a column is surely fine, told from the column as a whole. False also where that cannot be
 * told without looking at each value.
 */
export function isSurelyFine(param: ParamInfo, column: ColumnLike): boolean {
  const { min, max, choices } = param.options ?? {};
  const low = min ?? -Number.MAX_VALUE;
  const high = max ?? Number.MAX_VALUE;
  if (column instanceof Float64Array) {
    return param.type === "float" && choices === undefined && !anyFloatOutside(column, low, high);
  }
  if (column instanceof Int32Array) {
    if (param.type !== "int" && param.type !== "float") return false;
    if (choices !== undefined && anyIntUnknown(column, choices)) return false;
    return !anyIntOutside(column, low, high);
  }
  return (
    column instanceof DictColumn && column.values.every((value) => checkValue(param, value).length === 0)
  );
}
