import type { ParamInfo, ParamType } from "../api/wire-types.ts";

/** The kinds of problem that a parameter value can have, in the order in which they are reported. */
export const PROBLEM_KINDS = ["unsupported", "type", "cast", "min", "max", "choices", "rule"] as const;

/** The kind of a problem with a parameter value. */
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** What is wrong with one value. */
export interface ValueProblem {
  problem: ProblemKind;
  /** The limit that is broken: a bound, the choices, or the type. */
  limit: unknown;
  message: string;
}

const WANTED: Record<ParamType, string> = {
  str: "a string",
  uuid: "a string or null",
  bool: "a boolean",
  int: "an integer",
  float: "a finite number",
};

function hasType(type: ParamType, value: unknown): boolean {
  switch (type) {
    case "int":
      return Number.isSafeInteger(value) || typeof value === "boolean";
    case "float":
      return Number.isFinite(value) || typeof value === "boolean";
    case "bool":
      return typeof value === "boolean";
    default:
      return typeof value === "string";
  }
}

function show(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return (
    JSON.stringify(value, (_, item) => (typeof item === "bigint" ? String(item) : item)) ?? String(value)
  );
}

function limitProblems({ name, options }: ParamInfo, value: unknown): ValueProblem[] {
  const { min, max, choices } = options ?? {};
  const problems: ValueProblem[] = [];
  if (min !== undefined && Number(value) < min) {
    const message = `"${name}" must be at least ${min}, got ${show(value)}`;
    problems.push({ problem: "min", limit: min, message });
  }
  if (max !== undefined && Number(value) > max) {
    const message = `"${name}" must be at most ${max}, got ${show(value)}`;
    problems.push({ problem: "max", limit: max, message });
  }
  if (choices !== undefined && !choices.includes(value as string)) {
    const message = `"${name}" must be one of ${choices.map(show).join(", ")}, got ${show(value)}`;
    problems.push({ problem: "choices", limit: choices, message });
  }
  return problems;
}

/**
 * Everything that is wrong with one value of a parameter. A missing value (`null`) means the default and is fine.
 * A number may be given as a boolean, which counts as 0 or 1. A value of a wrong type is not checked against limits.
 */
export function checkValue(param: ParamInfo, given: unknown): ValueProblem[] {
  if (given === null || given === undefined) return [];
  const value = typeof given === "bigint" ? Number(given) : given;
  if (hasType(param.type, value)) return limitProblems(param, value);
  const problem = param.type === "int" || param.type === "float" ? "cast" : "type";
  const isDecimalComma = problem === "cast" && typeof given === "string" && /^-?\d+,\d+$/.test(given);
  const hint = isDecimalComma ? ` (a decimal point is needed: ${given.replace(",", ".")})` : "";
  const message = `"${param.name}" must be ${WANTED[param.type]}, got ${show(given)}${hint}`;
  return [{ problem, limit: param.type, message }];
}
