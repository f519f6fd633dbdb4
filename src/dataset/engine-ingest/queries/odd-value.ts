import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { EngineType } from "../../../engine/engine-source.ts";
import { either, isNoString, isRounded } from "./expressions.ts";
import type { PlannedField } from "./label-plan.ts";

/** The texts of JSON of what is left out because it is nested, for sure; others may be lists that are columns. */
const NESTED = "^\\s*(\\{|\\[\\s*\\{)";
const EMPTY = "^\\s*(null|\\[\\s*\\])\\s*$";

/** Whether a value of a column may not be what it was in the file; null where there is none. */
export function isOddValue(value: string, type: EngineType, dialect: Dialect): string {
  if (type === "float64") return isRounded(value);
  if (type === "string") return isNoString(value, dialect);
  if (typeof type !== "string" || !type.endsWith("[]")) return "FALSE";
  const item = `i${type.length}`;
  const inner = isOddValue(item, type.slice(0, -"[]".length) as EngineType, dialect);
  return inner === "FALSE" ? inner : dialect.any(value, item, inner);
}

/** Whether a field of a document is not as it is planned; null where it is missing. */
export function isOddField(value: string, { type, use }: PlannedField, dialect: Dialect): string {
  if (use === "column") return isOddValue(value, type, dialect);
  const text = `CAST(${value} AS ${dialect.type("string")})`;
  const fits = [EMPTY, ...(use === "unread" ? [NESTED] : [])].map((pattern) =>
    dialect.matches(text, pattern),
  );
  return `NOT ${either(fits)}`;
}
