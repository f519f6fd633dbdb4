import type { Message } from "../protocol/messages.ts";

/** The types of parameters, as the messages call those of literals; a list has the type of its items. */
export type ParamType =
  | "null"
  | "boolean"
  | "integer"
  | "long"
  | "decimal"
  | "double"
  | "string"
  | "timestamp"
  | { readonly items: ParamType };

/** A parameter with its type. */
export interface ParamValue {
  readonly type: ParamType;
  readonly value: unknown;
}

const MAX_DECIMAL = 10n ** 38n;
const NUMBERS: readonly ParamType[] = ["integer", "long", "decimal", "double"];

/**
 * A parameter with the type that Spark is told: whole numbers are integers, of 32 bits where they fit.
 *
 * @returns Null where Spark has no type for it.
 */
export function paramValue(value: unknown): ParamValue | null {
  if (value === null) return { type: "null", value };
  switch (typeof value) {
    case "boolean":
    case "string":
      return { type: typeof value as "boolean" | "string", value };
    case "number":
      if (!Number.isSafeInteger(value) || Object.is(value, -0)) return { type: "double", value };
      return { type: (value | 0) === value ? "integer" : "long", value };
    case "bigint":
      if (BigInt.asIntN(64, value) === value) return { type: "long", value };
      return value < MAX_DECIMAL && value > -MAX_DECIMAL ? { type: "decimal", value } : null;
  }
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { type: "timestamp", value };
  const isList = Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  return isList ? listValue(Array.from(value as ArrayLike<unknown>)) : null;
}

function listValue(items: readonly unknown[]): ParamValue | null {
  const values: ParamValue[] = [];
  for (const item of items) {
    const value = paramValue(item);
    if (value === null) return null;
    values.push(value);
  }
  const type = commonType(values.map((value) => value.type));
  return type === null ? null : { type: { items: type }, value: values.map(({ value }) => value) };
}

/** The type that holds all values of some types, or null where none does. */
function commonType(types: readonly ParamType[]): ParamType | null {
  const there = types.filter((type) => type !== "null");
  const [first] = there;
  if (first === undefined) return "null";
  if (typeof first === "object") {
    const items = there.map((type) => (typeof type === "object" ? type.items : null));
    const item = items.includes(null) ? null : commonType(items as ParamType[]);
    return item === null ? null : { items: item };
  }
  const places = there.map((type) => NUMBERS.indexOf(type));
  if (!places.includes(-1)) return NUMBERS[Math.max(...places)] ?? null;
  return there.every((type) => type === first) ? first : null;
}

/** A value as a literal of its type. */
export function literalOf(value: unknown, type: ParamType): Message {
  if (value === null) return { null: dataType(type) };
  if (typeof type === "object") {
    const elements = (value as unknown[]).map((item) => literalOf(item, type.items));
    return { array: { element_type: dataType(type.items), elements } };
  }
  switch (type) {
    case "long":
      return { long: String(value) };
    case "decimal":
      return { decimal: { value: String(value), precision: 38, scale: 0 } };
    case "timestamp":
      return { timestamp: String(BigInt((value as Date).getTime()) * 1000n) };
    case "double":
      return { double: Number(value) };
    default:
      return { [type]: value };
  }
}

function dataType(type: ParamType): Message {
  if (typeof type === "object") return { array: { element_type: dataType(type.items), contains_null: true } };
  return { [type]: type === "decimal" ? { precision: 38, scale: 0 } : {} };
}
