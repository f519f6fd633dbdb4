import type { ColumnType, ScalarType } from "../tables/column-type.ts";
import { structFields } from "../tables/struct-type.ts";
import { isInt64 } from "../util/is-int64.ts";
import { isRecord } from "../util/is-record.ts";
import type { Cell } from "./cell.ts";

/** A value of a table as a cell, or undefined where it does not fit the type. */
export type ToCell = (value: unknown) => Cell | undefined;

/** The type of a list type's items, or null where the type is no list. */
export function itemTypeOf(type: ColumnType): ColumnType | null {
  return type.endsWith("[]") ? (type.slice(0, -2) as ColumnType) : null;
}

/** What makes cells of values of a type. */
export function toCellOf(type: ColumnType): ToCell {
  const itemType = itemTypeOf(type);
  const fields = structFields(type);
  if (itemType === null && fields === null) return scalarCell(type as ScalarType);
  const toValue = itemType === null ? structCell(fields ?? []) : listCell(toCellOf(itemType));
  return (value) => (value === null || value === undefined ? null : toValue(value));
}

function scalarCell(type: ScalarType): ToCell {
  return (value) => (value === null || value === undefined ? null : toScalar(value, type));
}

function listCell(toItem: ToCell): ToCell {
  return (value) => {
    if (!Array.isArray(value) && (!ArrayBuffer.isView(value) || value instanceof DataView)) return undefined;
    const items: Cell[] = [];
    for (const item of value as Iterable<unknown>) {
      const cell = toItem(item);
      if (cell === undefined) return undefined;
      items.push(cell);
    }
    return items;
  };
}

/** A field that the type has and an object lacks is missing; one that the type lacks does not fit. */
function structCell(fields: readonly (readonly [string, ColumnType])[]): ToCell {
  const readers = fields.map(([name, type]) => [name, toCellOf(type)] as const);
  const names = new Set(fields.map(([name]) => name));
  return (value) => {
    if (!isRecord(value) || value instanceof Date) return undefined;
    if (Object.keys(value).some((name) => !names.has(name))) return undefined;
    const cells: [string, Cell][] = [];
    for (const [name, read] of readers) {
      const cell = read(Object.hasOwn(value, name) ? value[name] : null);
      if (cell === undefined) return undefined;
      cells.push([name, cell]);
    }
    return Object.fromEntries(cells);
  };
}

/** A value that is not missing as a cell of a scalar type, or undefined where it does not fit the type. */
export function toScalar(value: unknown, type: ScalarType): Cell | undefined {
  switch (type) {
    case "bool":
      return typeof value === "boolean" ? value : undefined;
    case "string":
      return typeof value === "string" ? value : undefined;
    case "float64":
      return typeof value === "number" || typeof value === "bigint" ? Number(value) : undefined;
    case "int32":
      if (typeof value !== "number" && typeof value !== "bigint") return undefined;
      return (Number(value) | 0) === Number(value) ? Number(value) : undefined;
    case "int64":
      return toInt64(value);
    case "timestamp":
      return value instanceof Date && !Number.isNaN(value.getTime()) ? value : undefined;
    default:
      return undefined;
  }
}

function toInt64(value: unknown): bigint | undefined {
  if (typeof value !== "bigint" && !Number.isInteger(value)) return undefined;
  const integer = BigInt(value as bigint | number);
  return isInt64(integer) ? integer : undefined;
}
