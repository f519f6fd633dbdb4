import { isRecord } from "../util/is-record.ts";
import type { ColumnType, ItemType, ScalarType } from "./column-type.ts";
import { structType } from "./struct-type.ts";

/** Options of {@link inferColumnType}. */
export interface InferColumnTypeOptions {
  /**
   * Whether numbers without a fraction make an integer column. Off, every number makes a `float64` column, so
   * that the type does not depend on the rows that happen to be there. Numbers in lists are always `float64`.
   * @default false
   */
  integers?: boolean;
  /**
   * Whether plain objects make columns of structures, whose fields are all that any of them has.
   * @default false
   */
  structs?: boolean;
}

/** What is nested deeper has no type: an object that holds itself has no end. */
const DEEPEST = 100;

interface Inferring extends InferColumnTypeOptions {
  /** In how many lists and objects the values are. */
  level: number;
}

/** A bigint is an integer of 64 bits that no floating-point number stands for, unlike a number without a fraction. */
type Scalar = ScalarType | "bigint";

/** What values show of their type; the scalar of an empty list is not known. */
interface Shape {
  depth: number;
  scalar: Scalar | "struct" | null;
  /** Of a structure: what its fields show; null where none of their values tells. */
  fields?: ReadonlyMap<string, Shape | null>;
}

/** The scalars that hold both of two kinds of numbers, where there is one. */
const WIDER: Partial<Record<Scalar | "struct", readonly Scalar[]>> = {
  int32: ["int32", "int64", "float64", "bigint"],
  int64: ["int64", "float64", "bigint"],
  float64: ["float64"],
  bigint: ["bigint"],
};

function numberType(value: number): ScalarType {
  if (Object.is(value, -0)) return "float64";
  if ((value | 0) === value) return "int32";
  return Number.isSafeInteger(value) ? "int64" : "float64";
}

function scalarOf(value: unknown, integers: boolean): Scalar | null {
  if (typeof value === "number") return integers ? numberType(value) : "float64";
  if (typeof value === "string") return "string";
  if (typeof value === "boolean") return "bool";
  if (value instanceof Date && !Number.isNaN(value.getTime())) return "timestamp";
  return typeof value === "bigint" ? "bigint" : null;
}

function shapeOf(value: unknown, options: Inferring): Shape | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) {
    if (options.structs === true && isPlainObject(value)) return structShape(value, options);
    const scalar = scalarOf(value, options.integers === true);
    return scalar === null ? null : { depth: 0, scalar };
  }
  const item = commonShape(value as unknown as ArrayLike<unknown>, inside(options));
  if (item === undefined) return null;
  return item === null ? { depth: 1, scalar: null } : { ...item, depth: item.depth + 1 };
}

function inside(options: Inferring): Inferring {
  return { ...options, integers: false, level: options.level + 1 };
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function structShape(value: Record<string, unknown>, options: Inferring): Shape | null {
  const fields = new Map<string, Shape | null>();
  for (const name of Object.keys(value)) {
    const field = commonShape([value[name]], inside(options));
    if (field === undefined) return null;
    fields.set(name, field);
  }
  return fields.size === 0 ? null : { depth: 0, scalar: "struct", fields };
}

function unify(a: Shape, b: Shape): Shape | null {
  if (a.scalar === null && a.depth <= b.depth) return b;
  if (b.scalar === null && b.depth <= a.depth) return a;
  if (a.depth !== b.depth || a.scalar === null || b.scalar === null) return null;
  if (a.fields !== undefined && b.fields !== undefined) return unifyFields(a, a.fields, b.fields);
  if (a.scalar === b.scalar) return a;
  const scalars = WIDER[a.scalar]?.filter((each) => WIDER[b.scalar as Scalar]?.includes(each)) ?? [];
  const [scalar] = scalars;
  return scalar === undefined ? null : { depth: a.depth, scalar };
}

function unifyFields(
  { depth }: Shape,
  a: ReadonlyMap<string, Shape | null>,
  b: ReadonlyMap<string, Shape | null>,
): Shape | null {
  const fields = new Map(a);
  for (const [name, theirs] of b) {
    const ours = fields.get(name) ?? null;
    const both = ours === null ? theirs : theirs === null ? ours : unify(ours, theirs);
    if (both === null && (ours ?? theirs) !== null) return null;
    fields.set(name, both);
  }
  return { depth, scalar: "struct", fields };
}

/** The shape of all values; null where there are none, undefined where they have none in common. */
function commonShape(values: ArrayLike<unknown>, options: Inferring): Shape | null | undefined {
  if (options.level > DEEPEST) return undefined;
  let common: Shape | null = null;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    const shape = shapeOf(value, options);
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
  options: InferColumnTypeOptions = {},
): ColumnType | null {
  const shape = commonShape(values, { ...options, level: 0 });
  return shape === undefined ? null : typeOf(shape);
}

function typeOf(shape: Shape | null): ColumnType | null {
  const { depth, scalar, fields } = shape ?? { depth: 0, scalar: null };
  if (depth > 2) return null;
  let item: ItemType | null;
  if (fields === undefined) item = scalar === "bigint" ? "int64" : ((scalar ?? "string") as ScalarType);
  else item = structTypeOf(fields);
  return item === null ? null : (`${item}${"[]".repeat(depth)}` as ColumnType);
}

function structTypeOf(fields: ReadonlyMap<string, Shape | null>): ItemType | null {
  const types = Array.from(fields, ([name, shape]) => [name, typeOf(shape)] as const);
  return types.some(([, type]) => type === null) ? null : structType(types as [string, ColumnType][]);
}
