import type { ColumnType } from "../tables/column-type.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { makeColumn } from "../tables/make-column.ts";
import { isRecord } from "../util/is-record.ts";
import { columnOfFlat } from "./columns/column-of-flat.ts";
import type { FlatColumn } from "./columns/flat-column.ts";
import { flattenValues } from "./columns/flatten-values.ts";
import { mapType } from "./columns/map-type.ts";

/** A column of a file: its values as the file's library gives them, moments as dates or, where finer, as text. */
export interface FileColumn {
  readonly name: string;
  /** The table type that holds the values, or null where none does: they become text. */
  readonly type: ColumnType | null;
  readonly values: ArrayLike<unknown>;
}

/**
 * A file's column as a table's column. Values of types that tables do not have (days, times, maps) become strings: JSON,
 * unless they are text already. 64-bit integers become numbers where all of the column's are safe integers, and bigints
 * elsewhere; moments become dates where all of them are whole milliseconds, and ISO 8601 text elsewhere.
 *
 * @throws {TypeError} When a value does not fit the type that the file declares.
 */
export function columnFromFile({ name, type, values }: FileColumn): ColumnLike {
  if (type === null) return makeColumn("string", Array.from(values, toText));
  const textType = mapType(type, (scalar) => (scalar === "timestamp" ? "string" : scalar));
  const flat = flattened(values, type);
  if (typeof flat !== "number") return columnOfFlat(flat);
  const asText = textType === type ? flat : flattened(Array.from(values, datesToText), textType);
  if (typeof asText !== "number") return columnOfFlat(asText);
  throw new TypeError(`Cannot read column "${name}": row ${asText} is not of type ${type}`);
}

/** The values as a flat column, or the number of the first row whose value does not fit the type. */
function flattened(values: ArrayLike<unknown>, type: ColumnType): FlatColumn | number {
  const refusal = { row: 0 };
  try {
    return flattenValues(values, type, (row) => {
      refusal.row = row;
      throw refusal;
    });
  } catch (error) {
    if (error !== refusal) throw error;
    return refusal.row;
  }
}

function datesToText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(datesToText);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, datesToText(item)]));
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return JSON.stringify(value, (_, item: unknown) => {
    if (typeof item === "bigint") return String(item);
    return ArrayBuffer.isView(item) ? Array.from(item as Float64Array) : item;
  });
}
