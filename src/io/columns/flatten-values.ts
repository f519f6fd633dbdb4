import type { ColumnType, ScalarType } from "../../tables/column-type.ts";
import type { PackedType } from "../../tables/packed-column.ts";
import { structFields } from "../../tables/struct-type.ts";
import { isRecord } from "../../util/is-record.ts";
import { itemTypeOf, toScalar } from "../to-cell.ts";
import type { FlatColumn, FlatNumbers, Valid } from "./flat-column.ts";

const MEMORY = {
  bool: Uint8Array,
  int32: Int32Array,
  int64: BigInt64Array,
  float64: Float64Array,
  timestamp: BigInt64Array,
} as const;

/** Throws the error for the value of one of the rows. */
export type Refuse = (row: number) => never;

/**
 * Values of a type as a flat column.
 *
 * @param refuse Called with the first row whose value is not of the type.
 */
export function flattenValues(values: ArrayLike<unknown>, type: ColumnType, refuse: Refuse): FlatColumn {
  const itemType = itemTypeOf(type);
  if (itemType !== null) return flattenLists(values, { type, itemType, refuse });
  const fields = structFields(type);
  if (fields !== null) return flattenStructs(values, { type, fields, refuse });
  if (type === "string") return flattenStrings(values, refuse);
  return flattenScalars(values, type as PackedType, refuse);
}

function flattenStrings(values: ArrayLike<unknown>, refuse: Refuse): FlatColumn {
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (typeof value !== "string" && value !== null && value !== undefined) refuse(row);
  }
  return { kind: "strings", values: (Array.isArray(values) ? values : Array.from(values)) as string[] };
}

function flattenScalars(values: ArrayLike<unknown>, type: PackedType, refuse: Refuse): FlatNumbers {
  const memory = new MEMORY[type](values.length);
  const valid = validOf(values);
  for (let row = 0; row < memory.length; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const cell = toScalar(values[row], type as ScalarType);
    if (cell === undefined) refuse(row);
    memory[row] = cell instanceof Date ? BigInt(cell.getTime()) * 1000n : (cell as number);
  }
  return { kind: "numbers", type, values: memory, valid };
}

interface ListParts {
  type: ColumnType;
  itemType: ColumnType;
  refuse: Refuse;
}

function flattenLists(values: ArrayLike<unknown>, { type, itemType, refuse }: ListParts): FlatColumn {
  const offsets = new Uint32Array(values.length + 1);
  const items: unknown[] = [];
  for (let row = 0; row < values.length; row++) {
    const list = values[row] ?? [];
    if (!isList(list)) refuse(row);
    else for (let i = 0; i < list.length; i++) items.push(list[i]);
    offsets[row + 1] = items.length;
  }
  const refuseItem = (item: number): never => refuse(rowOfItem(offsets, item));
  return {
    kind: "lists",
    type,
    offsets,
    items: flattenValues(items, itemType, refuseItem),
    valid: validOf(values),
  };
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function rowOfItem(offsets: Uint32Array, item: number): number {
  return offsets.findIndex((start) => start > item) - 1;
}

interface StructParts {
  type: ColumnType;
  fields: readonly (readonly [string, ColumnType])[];
  refuse: Refuse;
}

/** A field that the type has and an object lacks is missing; one that the type lacks is refused. */
function flattenStructs(values: ArrayLike<unknown>, { type, fields, refuse }: StructParts): FlatColumn {
  const names = new Set(fields.map(([name]) => name));
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    if (!isRecord(value) || value instanceof Date || Object.keys(value).some((name) => !names.has(name)))
      refuse(row);
  }
  const fieldColumns = fields.map(([name, fieldType]) => {
    const items = Array.from(values, (value) => fieldOf(value, name));
    return [name, flattenValues(items, fieldType, refuse)] as const;
  });
  return { kind: "structs", type, length: values.length, fields: fieldColumns, valid: validOf(values) };
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : null;
}

function validOf(values: ArrayLike<unknown>): Valid {
  let valid: Valid = null;
  for (let row = 0; row < values.length; row++) {
    if (values[row] !== null && values[row] !== undefined) continue;
    valid ??= new Uint8Array(values.length).fill(1);
    valid[row] = 0;
  }
  return valid;
}
