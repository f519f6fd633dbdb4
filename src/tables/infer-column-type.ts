import type { ColumnType, ScalarType } from "./column-type.ts";

/** Options of {@link inferColumnType}. */
export interface InferColumnTypeOptions {
  /**
   * Whether numbers without a fraction make an integer column. Off, every number makes a `float64` column, so
   * that the type does not depend on the rows that happen to be there. Numbers in lists are always `float64`.
   * @default false
   */
  integers?: boolean;
}

/** What values show of their type; the scalar of an empty list is not known. */
interface Shape {
  depth: number;
  scalar: ScalarType | null;
}

const WIDTH: Partial<Record<ScalarType, number>> = { int32: 0, int64: 1, float64: 2 };

function numberType(value: number): ScalarType {
  if ((value | 0) === value) return "int32";
  return Number.isSafeInteger(value) ? "int64" : "float64";
}

function scalarOf(value: unknown, integers: boolean): ScalarType | null {
  if (typeof value === "number") return integers ? numberType(value) : "float64";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  return typeof value === "bigint" ? "int64" : null;
}

function shapeOf(value: unknown, integers: boolean): Shape | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) {
    const scalar = scalarOf(value, integers);
    return scalar === null ? null : { depth: 0, scalar };
  }
  const item = commonShape(value as unknown as ArrayLike<unknown>, false);
  if (item === undefined) return null;
  return item === null ? { depth: 1, scalar: null } : { depth: item.depth + 1, scalar: item.scalar };
}

function unify(a: Shape, b: Shape): Shape | null {
  if (a.scalar === null && a.depth <= b.depth) return b;
  if (b.scalar === null && b.depth <= a.depth) return a;
  if (a.depth !== b.depth || a.scalar === null || b.scalar === null) return null;
  if (a.scalar === b.scalar) return a;
  const [widthA, widthB] = [WIDTH[a.scalar], WIDTH[b.scalar]];
  if (widthA === undefined || widthB === undefined) return null;
  return widthA > widthB ? a : b;
}

/** The shape of all values; null where there are none, undefined where they have none in common. */
function commonShape(values: ArrayLike<unknown>, integers: boolean): Shape | null | undefined {
  let common: Shape | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    const shape = shapeOf(value, integers);
    if (shape === null) return undefined;
    const unified: Shape | null = common === null ? shape : unify(common, shape);
    if (unified === null) return undefined;
    common = unified;
  }
  return common;
}

/**
 * The type that holds every value of a column; missing values (`null`, `undefined`) fit any type.
 *
 * @returns The type; `string` where no value tells; `null` where no single type holds all values.
 */
export function inferColumnType(
  values: ArrayLike<unknown>,
  { integers = false }: InferColumnTypeOptions = {},
): ColumnType | null {
  const shape = commonShape(values, integers);
  if (shape === undefined) return null;
  const { depth, scalar } = shape ?? { depth: 0, scalar: null };
  return depth > 2 ? null : (`${scalar ?? "string"}${"[]".repeat(depth)}` as ColumnType);
}
