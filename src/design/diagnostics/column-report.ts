import { max as maximum, min as minimum } from "simple-statistics";
import type { ParamInfo } from "../../params/job-params.ts";

/** What a design does with one parameter. */
export interface ColumnReport {
  column: string;
  type: string | null;
  /** How many different values there are, and how many rows have none. */
  levels: number;
  missing: number;
  /** Rows of the rarest level for each row of the commonest; levels that could be and are not count 0. */
  balance: number | null;
  min: number | null;
  max: number | null;
  /** How much of the parameter's range or choices is reached, 0 to 1. */
  share_of_range: number | null;
}

function possibleLevels(param: ParamInfo | undefined): number | null {
  const { min, max, choices } = param?.options ?? {};
  if (choices !== undefined) return choices.length;
  if (param?.type === "int" && min !== undefined && max !== undefined) return max - min + 1;
  return param?.type === "bool" ? 2 : null;
}

function shareOfRange(
  param: ParamInfo | undefined,
  counts: ReadonlyMap<unknown, number>,
  numbers: number[],
): number | null {
  const { min, max, choices } = param?.options ?? {};
  if (choices !== undefined) return choices.filter((choice) => counts.has(choice)).length / choices.length;
  if (min === undefined || max === undefined || min === max || numbers.length === 0) return null;
  return (maximum(numbers) - minimum(numbers)) / (max - min);
}

/** Describes one column of a design; `param` is undefined for a column that is no parameter. */
export function columnReport(
  column: string,
  values: ArrayLike<unknown>,
  param: ParamInfo | undefined,
): ColumnReport {
  const counts = new Map<unknown, number>();
  let missing = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) missing++;
    else counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const possible = possibleLevels(param);
  const numbers = [...counts.keys()].filter((value): value is number => typeof value === "number");
  const sizes = [...counts.values()];
  const rarest = possible === null || counts.size < possible ? 0 : minimum(sizes);
  return {
    column,
    type: param?.type ?? null,
    levels: counts.size,
    missing,
    balance: possible === null || sizes.length === 0 ? null : rarest / maximum(sizes),
    min: numbers.length === 0 ? null : minimum(numbers),
    max: numbers.length === 0 ? null : maximum(numbers),
    share_of_range: shareOfRange(param, counts, numbers),
  };
}
