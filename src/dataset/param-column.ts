import type { ParamType } from "../api/wire-types.ts";
import { describeValue } from "../labels/describe-value.ts";
import type { ProblemCode } from "../labels/problem.ts";
import { paramColumnType } from "../params/param-column-type.ts";
import type { ColumnType } from "../tables/column-type.ts";
import { inferColumnType } from "../tables/infer-column-type.ts";
import { isInt64 } from "../util/is-int64.ts";
import { parseBoolean } from "../util/parse-boolean.ts";
import { parseNumber } from "../util/parse-number.ts";

/** A column of parameter values. */
export interface ParamColumn {
  type: ColumnType;
  values: readonly unknown[];
}

/** Options of {@link paramColumn}. */
export interface ParamColumnOptions {
  /** The declared type; undefined where no generator lists the parameter. */
  type: ParamType | undefined;
  /** Called with the row of each value that cannot be kept, or null for a problem of the whole column. */
  report: (row: number | null, problem: ProblemCode, reason: string) => void;
}

/**
 * Gives the values of a parameter one type: the declared one, or else numbers where all values are numbers or
 * texts of numbers, or else what the values are. Values that do not fit are reported and missing.
 */
export function paramColumn(values: readonly unknown[], { type, report }: ParamColumnOptions): ParamColumn {
  if (type !== undefined) {
    const coerced = values.map((value, row) => {
      if (value === null || value === undefined) return null;
      const kept = coerceParam(value, type);
      if (typeof kept === "bigint") noteInteger(row, kept);
      if (kept !== undefined) return kept;
      report(row, "wrong_type", `must be ${type}, got ${describeValue(value)}`);
      return null;
    });
    return { type: paramColumnType(type), values: coerced };
  }
  const kept = values.map((value, row) => {
    if (value === null || value === undefined) return null;
    if (typeof value !== "object" && (typeof value !== "number" || Number.isFinite(value))) {
      if (typeof value === "bigint") return keepInteger(row, value);
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
        report(row, "unsafe_integer", `is an integer beyond 2^53 that may have lost digits: ${value}`);
      }
      return value;
    }
    report(row, "wrong_type", `must be a string, a finite number or a boolean, got ${describeValue(value)}`);
    return null;
  });
  const numbers = asNumbers(kept);
  if (numbers !== null) return numbers;
  const common = inferColumnType(kept, { integers: true });
  if (common !== null) return { type: common, values: kept };
  report(null, "mixed_types", "has values of different types: kept as text");
  return { type: "string", values: kept.map((value) => (value === null ? null : String(value))) };

  /** An integer beyond 2^53 of a parameter that no generator lists: a bigint, or text where it exceeds 64 bits. */
  function keepInteger(row: number, value: bigint): bigint | string {
    if (isInt64(value)) return noteInteger(row, value);
    report(row, "unsafe_integer", `is an integer of more than 64 bits: kept as text`);
    return String(value);
  }

  function noteInteger(row: number, value: bigint): bigint {
    report(row, "unsafe_integer", `is an integer beyond 2^53: kept as the bigint ${value}`);
    return value;
  }
}

/** A value as its declared type, which numbers and truth values may be written as text of; undefined where it is not. */
function coerceParam(value: unknown, type: ParamType): string | number | bigint | boolean | undefined {
  switch (type) {
    case "int": {
      const number = typeof value === "string" ? (exactNumber(value) ?? exactInteger(value)) : value;
      if (typeof number === "bigint") return isInt64(number) ? number : undefined;
      return Number.isSafeInteger(number) ? (number as number) : undefined;
    }
    case "float": {
      const number =
        typeof value === "bigint" ? Number(value) : typeof value === "string" ? exactNumber(value) : value;
      return Number.isFinite(number) ? (number as number) : undefined;
    }
    case "bool":
      if (typeof value === "boolean") return value;
      return typeof value === "string" ? (parseBoolean(value) ?? undefined) : undefined;
    default:
      return typeof value === "object" ? undefined : String(value);
  }
}

/** The number that a text is, or null where it is none or too large: infinite, or an integer that would lose digits. */
function exactNumber(text: string): number | null {
  const value = parseNumber(text);
  if (value === null || !Number.isFinite(value)) return null;
  return /[.eE]/.test(text) || Number.isSafeInteger(value) ? value : null;
}

/** The integer that a text is, or null where it is none. */
function exactInteger(text: string): bigint | null {
  return /^\s*[+-]?\d+\s*$/.test(text) ? BigInt(text.trim().replace("+", "")) : null;
}

function asNumbers(values: readonly unknown[]): ParamColumn | null {
  let whole = true;
  let some = false;
  const numbers: (number | bigint | null)[] = [];
  for (const value of values) {
    const number = typeof value === "string" ? exactNumber(value) : value;
    if (value !== null && typeof number !== "number" && typeof number !== "bigint") return null;
    numbers.push(number as number | bigint | null);
    some ||= value !== null;
    if (typeof value === "string" && /[.eE]/.test(value)) whole = false;
  }
  if (!some) return null;
  const type = inferColumnType(numbers, { integers: whole });
  return type === null ? null : { type, values: numbers };
}
