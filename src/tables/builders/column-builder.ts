import type { ColumnLike } from "../column-type-of.ts";

/** Collects the values of one column, row by row. Rows that get no value are missing. */
export interface ColumnBuilder {
  /** The number of rows up to the last one that has a value; 0 where none has. */
  readonly length: number;
  /** About how much memory the values take. */
  readonly bytes: number;
  /**
   * Gives a row its value; rows come in ascending order.
   *
   * @param value A value that is not missing.
   * @returns Whether the value fits the column; where not, the row is missing.
   */
  set(row: number, value: unknown): boolean;
  /** Makes room for so many rows at once, for builders that would otherwise move their values as they grow. */
  reserve?(rows: number): void;
  /** Takes back the values of all rows from `rows` on. */
  truncate(rows: number): void;
  /** The column of the first `rows` rows. The builder may get more rows then, but lose none. */
  finish(rows: number): ColumnLike;
}
