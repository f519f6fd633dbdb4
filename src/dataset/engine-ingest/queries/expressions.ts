import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { quoteName } from "../../../util/quote-name.ts";

/** The first whole number that the next one cannot be told from, as numbers are read. */
const LARGEST = "9007199254740992e0";
const LARGEST_INT32 = "2147483647e0";

/** What the text of a value of JSON is that is no string, where the text does not tell the two apart. */
const NO_STRING =
  "^(-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?|-?Infinity|NaN|true|false|[{\\[][\\s\\S]*[}\\]])$";

/** A field of a structure. */
export function field(object: string, ...path: readonly string[]): string {
  return [object, ...path.map(quoteName)].join(".");
}

/** Conditions one of which is to hold; a condition that is null does not. */
export function either(conditions: readonly string[]): string {
  return conditions.length === 0 ? "FALSE" : `(${conditions.join(" OR ")})`;
}

/** Whether a number is none that is whole and exact; null where there is none. */
export function isNoInteger(number: string): string {
  return `NOT (${number} % 1 = 0 AND abs(${number}) < ${LARGEST})`;
}

/** Whether a number is no integer of 32 bits; null where there is none. */
export function isNoInt32(number: string): string {
  return `NOT (${number} % 1 = 0 AND ${number} BETWEEN -${LARGEST_INT32} AND ${LARGEST_INT32})`;
}

/** Whether a number may have been an integer that floating point does not hold. */
export function isRounded(number: string): string {
  return `(abs(${number}) >= ${LARGEST} AND NOT isnan(${number}))`;
}

/** Whether a text may be that of a value of JSON that is no string. */
export function isNoString(text: string, dialect: Dialect): string {
  return dialect.name === "spark" ? dialect.matches(text, NO_STRING) : "FALSE";
}

/** Whether a list is neither empty nor of so many numbers. */
export function isNoVector(list: string, length: number, dialect: Dialect): string {
  const isOther = `${dialect.length(list)} <> ${length}`;
  return `(${dialect.length(list)} > 0 AND (${isOther} OR ${dialect.any(list, "n", "n IS NULL")}))`;
}
