import type { ParamValue } from "../../params/job-params.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import type { Distribution } from "./distribution.ts";

function toParamValue(value: unknown): ParamValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  const number = typeof value === "bigint" ? Number(value) : value;
  if (
    typeof number === "number" &&
    Number.isFinite(number) &&
    (number === value || Number.isSafeInteger(number))
  )
    return number;
  throw new RangeError(`Values must be texts, booleans, finite numbers or missing, got ${String(value)}`);
}

/** Values of one type next to each other, ascending; texts by code units, which is the same everywhere. */
function compare(a: ParamValue, b: ParamValue): number {
  const [x, y] = typeof a === typeof b ? [a ?? 0, b ?? 0] : [typeof a, typeof b];
  return Number(x > y) - Number(x < y);
}

/**
 * Draws from given values, such as the column of a table, each equally likely: a value that occurs twice is twice as
 * likely. Only values that were given are drawn; nothing is interpolated. Their order does not matter, because they
 * are sorted (numbers ascending, equal values together), so that a stratified method meets every part of them.
 *
 * Missing values are drawn with their share, as null ("not specified"). A column knows nothing of a table's filter:
 * take `table.array(name)` of a filtered table.
 *
 * @param values An array, a typed array or an Arquero column, with at least one value.
 * @throws {RangeError} When there are no values, or one is neither text, boolean, finite number nor missing.
 * @example
 * ```ts
 * empirical([3, 1, 1, 2]).quantile(0.5); // 2
 * ```
 */
export function empirical<T extends ParamValue>(values: readonly T[]): Distribution<T>;
export function empirical(values: ColumnLike): Distribution;
export function empirical(values: ColumnLike): Distribution {
  const sorted = Array.from(values, toParamValue).sort(compare);
  if (sorted.length === 0) throw new RangeError("There must be at least one value to draw from");
  return {
    kind: "empirical",
    args: [sorted],
    quantile: (u) => sorted[Math.floor(u * sorted.length)] as ParamValue,
  };
}
