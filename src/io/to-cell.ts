import type { ColumnType, ScalarType } from "../tables/column-type.ts";
import { isInt64 } from "../util/is-int64.ts";
import type { Cell } from "./cell.ts";

/** The type of a list type's items, or null where the type is a scalar. */
export function itemTypeOf(type: ColumnType): ColumnType | null {
  return type.endsWith("[]") ? (type.slice(0, -2) as ColumnType) : null;
}

/**
 * A table's value as a cell of a type.
 *
 * @returns The cell, or undefined where the value does not fit the type.
 */
export function toCell(value: unknown, type: ColumnType): Cell | undefined {
  if (value === null || value === undefined) return null;
  const itemType = itemTypeOf(type);
  return itemType === null ? toScalar(value, type as ScalarType) : toList(value, itemType);
}

function toList(value: unknown, itemType: ColumnType): Cell | undefined {
  if (!Array.isArray(value) && (!ArrayBuffer.isView(value) || value instanceof DataView)) return undefined;
  const items: Cell[] = [];
  for (const item of value as Iterable<unknown>) {
    const cell = toCell(item, itemType);
    if (cell === undefined) return undefined;
    items.push(cell);
  }
  return items;
}

function toScalar(value: unknown, type: ScalarType): Cell | undefined {
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
