import type { ParamType } from "../api/wire-types.ts";
import { parseNumber } from "./parse-number.ts";

/**
 * A parameter's value as its declared type: numbers and truth values that were written as text become themselves.
 *
 * @returns `undefined` where the value cannot be of that type.
 */
export function coerceParam(value: unknown, type: ParamType): string | number | boolean | undefined {
  switch (type) {
    case "int": {
      const number = typeof value === "string" ? parseNumber(value) : value;
      return Number.isSafeInteger(number) ? (number as number) : undefined;
    }
    case "float": {
      const number = typeof value === "string" ? parseNumber(value) : value;
      return Number.isFinite(number) ? (number as number) : undefined;
    }
    case "bool":
      if (typeof value === "boolean") return value;
      return typeof value === "string" ? TRUTH.get(value.toLowerCase()) : undefined;
    default:
      return typeof value === "object" ? undefined : String(value);
  }
}

const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);
