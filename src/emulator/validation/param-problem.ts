import type { ParamInfo, ParamType } from "../../api/wire-types.ts";
import { showValue } from "./show-value.ts";

const EXPECTED: Readonly<Record<ParamType, string>> = {
  str: "a string",
  bool: "a boolean",
  int: "a whole number",
  float: "a number",
  uuid: "a string or null",
};

function hasType(type: ParamType, value: unknown): boolean {
  switch (type) {
    case "str":
      return typeof value === "string";
    case "bool":
      return typeof value === "boolean";
    case "int":
      return Number.isInteger(value);
    case "float":
      return Number.isFinite(value);
    case "uuid":
      return typeof value === "string" || value === null;
  }
}

/** Says why a value may not be given for a parameter, or null where it may. */
export function paramProblem(info: ParamInfo, value: unknown): string | null {
  const { name, type, options } = info;
  const got = `got ${showValue(value)}`;
  if (!hasType(type, value)) return `"${name}" must be ${EXPECTED[type]}, ${got}`;
  if (options?.min !== undefined && (value as number) < options.min) {
    return `"${name}" must be at least ${options.min}, ${got}`;
  }
  if (options?.max !== undefined && (value as number) > options.max) {
    return `"${name}" must be at most ${options.max}, ${got}`;
  }
  if (options?.choices && !options.choices.some((choice) => choice === value)) {
    return `"${name}" must be one of ${options.choices.map((choice) => JSON.stringify(choice)).join(", ")}, ${got}`;
  }
  return null;
}
