import type { ColumnType, ScalarType } from "./column-type.ts";

/** Options of {@link inferColumnType}. */
export interface InferColumnTypeOptions {
  /**
   * Whether numbers without a fraction make an integer column. Off, every number makes a `float64` column, so
   * that the type does not depend on the rows that happen to be there.
   * @default false
   */
  integers?: boolean;
}

/** The smallest integer type that holds a value exactly, or `float64`. */
export function numberType(value: number): ScalarType {
  if ((value | 0) === value) return "int32";
  return Number.isSafeInteger(value) ? "int64" : "float64";
}

const WIDTH: Partial<Record<ColumnType, number>> = { int32: 0, int64: 1, float64: 2 };

function typeOfValue(value: unknown, integers: boolean): ColumnType | null {
  if (typeof value === "number") return integers ? numberType(value) : "float64";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "bigint") return "int64";
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null;
  const item = inferColumnType(value as unknown as ArrayLike<unknown>, { integers: false });
  if (item === null || item.endsWith("[][]")) return null;
  return `${item as ScalarType}[]`;
}

function unify(a: ColumnType, b: ColumnType): ColumnType | null {
  if (a === b) return a;
  const [widthA, widthB] = [WIDTH[a], WIDTH[b]];
  if (widthA === undefined || widthB === undefined) return null;
  return widthA > widthB ? a : b;
}

/**
 * The type that holds every value of a column; missing values (`null`, `undefined`) fit any type.
 *
 * @returns The type; `string` where every value is missing; `null` where no single type holds all values.
 */
export function inferColumnType(
  values: ArrayLike<unknown>,
  { integers = false }: InferColumnTypeOptions = {},
): ColumnType | null {
  let type: ColumnType | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    const next = typeOfValue(value, integers);
    type = type === null || next === null ? next : unify(type, next);
    if (type === null) return null;
  }
  return type ?? "string";
}
