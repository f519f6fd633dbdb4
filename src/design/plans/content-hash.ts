import type { ColumnTable } from "arquero";
import type { ColumnType } from "../../tables/column-type.ts";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { shownColumn } from "../../tables/shown-column.ts";

const utf8 = new TextEncoder();

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Numbers that JSON cannot write, and integers beyond 2^53, as texts that nothing else is written as. */
function toJson(_: string, value: unknown): unknown {
  if (typeof value === "bigint") return { int: String(value) };
  if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) {
    return { float: Object.is(value, -0) ? "-0" : String(value) };
  }
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
}

/** Numbers as their bytes where none is missing, anything else as JSON. */
function bytesOf(column: ColumnLike, type: ColumnType | null): Uint8Array<ArrayBuffer> {
  const isExact = column instanceof Float64Array || column instanceof Int32Array;
  const values = isExact ? column : Array.from(column, (value) => value ?? null);
  if ((type === "float64" || type === "int32") && !values.includes(null as never)) {
    const numbers = (type === "float64" ? Float64Array : Int32Array).from(values as number[]);
    return new Uint8Array(numbers.buffer);
  }
  return utf8.encode(JSON.stringify(values, toJson));
}

/**
 * The SHA-256 hash of a table's content: names, types and values of its columns in order, with the rows that the table
 * shows. How columns are stored does not matter.
 *
 * @returns 64 hexadecimal digits.
 * @example
 * ```ts
 * const hash = await contentHash(grid({ num_reps: [1, 2] }));
 * hash; // "5f2ea03b…"
 * hash === (await contentHash(aq.table({ num_reps: Int32Array.of(1, 2) }))); // true
 * ```
 */
export async function contentHash(table: ColumnTable): Promise<string> {
  const parts: unknown[] = [];
  for (const name of table.columnNames()) {
    const column = shownColumn(table, name);
    const type = findColumnType(column);
    parts.push([name, type, column.length, await sha256(bytesOf(column, type))]);
  }
  return sha256(utf8.encode(JSON.stringify(parts)));
}
