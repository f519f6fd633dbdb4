import type { ParamInfo, ParamType } from "../api/wire-types.ts";

/** The kinds of problem that a parameter value can have, in the order in which they are reported. */
export const PROBLEM_KINDS = ["unsupported", "type", "cast", "min", "max", "choices"] as const;

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

function isCastable(type: ParamType, value: unknown): boolean {
  if (typeof value === "boolean") return true;
  return type === "int" ? Number.isInteger(value) : Number.isFinite(value);
}

function show(value: unknown): string {
  return typeof value === "number" || typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

function typeProblem({ name, type }: ParamInfo, value: unknown): ValueProblem | null {
  const message = `"${name}" must be ${WANTED[type]}, got ${show(value)}`;
  if (type === "int" || type === "float") {
    return isCastable(type, value) ? null : { problem: "cast", limit: type, message };
  }
  return typeof value === (type === "bool" ? "boolean" : "string")
    ? null
    : { problem: "type", limit: type, message };
}

/**
 * Everything that is wrong with one value of a parameter. A missing value (`null`) means the default and is fine.
 * A value of a wrong type is not checked against limits.
 */
export function checkValue(param: ParamInfo, value: unknown): ValueProblem[] {
  if (value === null || value === undefined) return [];
  const wrongType = typeProblem(param, value);
  if (wrongType !== null) return [wrongType];
  const { min, max, choices } = param.options ?? {};
  const problems: ValueProblem[] = [];
  const number = Number(value);
  const said = `, got ${show(value)}`;
  if (min !== undefined && number < min) {
    problems.push({ problem: "min", limit: min, message: `"${param.name}" must be at least ${min}${said}` });
  }
  if (max !== undefined && number > max) {
    problems.push({ problem: "max", limit: max, message: `"${param.name}" must be at most ${max}${said}` });
  }
  if (choices !== undefined && !choices.includes(value as string)) {
    const list = choices.map(show).join(", ");
    problems.push({
      problem: "choices",
      limit: choices,
      message: `"${param.name}" must be one of ${list}${said}`,
    });
  }
  return problems;
}
