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

/** A bigint is an integer of 64 bits that no floating-point number stands for, unlike a number without a fraction. */
type Scalar = ScalarType | "bigint";

/** What values show of their type; the scalar of an empty list is not known. */
interface Shape {
  depth: number;
  scalar: Scalar | null;
}

/** The scalars that hold both of two kinds of numbers, where there is one. */
const WIDER: Partial<Record<Scalar, readonly Scalar[]>> = {
  int32: ["int32", "int64", "float64", "bigint"],
  int64: ["int64", "float64", "bigint"],
  float64: ["float64"],
  bigint: ["bigint"],
};

function numberType(value: number): ScalarType {
  if ((value | 0) === value) return "int32";
  return Number.isSafeInteger(value) ? "int64" : "float64";
}

function scalarOf(value: unknown, integers: boolean): Scalar | null {
  if (typeof value === "number") return integers ? numberType(value) : "float64";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  return typeof value === "bigint" ? "bigint" : null;
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
  const scalars = WIDER[a.scalar]?.filter((each) => WIDER[b.scalar as Scalar]?.includes(each)) ?? [];
  const [scalar] = scalars;
  return scalar === undefined ? null : { depth: a.depth, scalar };
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
  const name = scalar === "bigint" ? "int64" : (scalar ?? "string");
  return depth > 2 ? null : (`${name}${"[]".repeat(depth)}` as ColumnType);
}
