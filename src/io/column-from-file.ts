import type { ColumnType } from "../tables/column-type.ts";
import type { ColumnLike } from "../tables/column-type-of.ts";
import { makeColumn } from "../tables/make-column.ts";
import type { Cell } from "./cell.ts";
import { toCellOf } from "./to-cell.ts";

/** A column of a file: its values as the file's library gives them. */
export interface FileColumn {
  readonly name: string;
  /** The table type that holds the values, or null where none does: they become text. */
  readonly type: ColumnType | null;
  readonly values: ArrayLike<unknown>;
}

/**
 * A file's column as a table's column. Values of types that tables do not have (dates, structures, maps) become
 * strings: JSON, unless they are text already. 64-bit integers become numbers where all of the column's are safe
 * integers, and bigints elsewhere.
 *
 * @throws {TypeError} When a value does not fit the type that the file declares.
 */
export function columnFromFile({ name, type, values }: FileColumn): ColumnLike {
  if (type === null) return makeColumn("string", Array.from(values, toText));
  const toCell = toCellOf(type);
  const cells = Array.from(values, (value, row) => {
    const cell = toCell(value);
    if (cell === undefined)
      throw new TypeError(`Cannot read column "${name}": row ${row} is not of type ${type}`);
    return cell;
  });
  const narrow = type.startsWith("int64") && cells.every(isSafe);
  return makeColumn(type, narrow ? cells.map(toNumbers) : cells);
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item));
}

function isSafe(cell: Cell): boolean {
  if (Array.isArray(cell)) return cell.every(isSafe);
  return cell === null || Number.isSafeInteger(Number(cell));
}

function toNumbers(cell: Cell): Cell {
  if (Array.isArray(cell)) return cell.map(toNumbers);
  return cell === null ? null : Number(cell);
}
