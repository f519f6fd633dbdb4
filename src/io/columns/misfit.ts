import type { ColumnType } from "../../tables/column-type.ts";

/** Where a value stands. */
export interface ValuePlace {
  /** The table's column. */
  readonly name: string;
  /** The number of the row, as the table shows it. */
  readonly row: number;
  /** The type of the column. */
  readonly type: ColumnType;
}

/** The error for a value that is not of its column's type. */
export function misfit(value: unknown, { name, row, type }: ValuePlace): TypeError {
  const shown = typeof value === "object" ? Object.prototype.toString.call(value) : String(value);
  return new TypeError(`Cannot write column "${name}": row ${row} holds ${shown}, expected ${type}`);
}
