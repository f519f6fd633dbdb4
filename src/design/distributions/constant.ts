import type { ParamValue } from "../../params/job-params.ts";
import { constantColumn } from "../../tables/constant-column.ts";
import { inferColumnType } from "../../tables/infer-column-type.ts";
import { checkFinite, type Distribution } from "./distribution.ts";

/**
 * The same value in every row; null for "not specified".
 *
 * @param value The value. A number must be finite.
 * @throws {RangeError} When a number is not finite.
 * @example
 * ```ts
 * constant("GYM").quantile(0.7); // "GYM"
 * ```
 */
export function constant<T extends ParamValue>(value: T): Distribution<T> {
  if (typeof value === "number") checkFinite("value", value);
  const type = inferColumnType([value], { integers: true }) ?? "string";
  return {
    kind: "constant",
    args: [value],
    quantile: () => value,
    writer: (n) => ({ write: () => {}, finish: () => constantColumn(type, value, n) }),
  };
}
