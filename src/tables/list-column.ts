import type { ColumnType } from "./column-type.ts";
import type { ColumnLike } from "./column-type-of.ts";

/**
 * A column of lists, whose items lie one list after the other in a column of their own.
 *
 * @example
 * ```ts
 * const boxes = new ListColumn("float64[]", Uint32Array.of(0, 2, 2, 3), Float64Array.of(0.5, 1, 2));
 * boxes.toArray(); // [[0.5, 1], [], [2]]
 * ```
 */
export class ListColumn {
  /** The type of the lists, such as `float64[]`. */
  readonly type: ColumnType;
  /** Where each row's items start, and at the end where the last one's end: one more than there are rows. */
  readonly offsets: Uint32Array;
  /** The items of all rows. */
  readonly items: ColumnLike;
  /** For each row 1 where it has a list, else 0; null where every row has one. */
  readonly valid: Uint8Array | null;

  constructor(type: ColumnType, offsets: Uint32Array, items: ColumnLike, valid: Uint8Array | null = null) {
    this.type = type;
    this.offsets = offsets;
    this.items = items;
    this.valid = valid;
  }

  /** The number of rows. */
  get length(): number {
    return this.offsets.length - 1;
  }

  /** The list of a row as a new array, `null` where it is missing. */
  at(row: number): unknown[] | null {
    if (row < 0 || row >= this.length || (this.valid !== null && this.valid[row] !== 1)) return null;
    const start = this.offsets[row] as number;
    const list = new Array<unknown>((this.offsets[row + 1] as number) - start);
    for (let i = 0; i < list.length; i++) list[i] = this.items.at(start + i);
    return list;
  }

  /** All lists as a new array. */
  toArray(): (unknown[] | null)[] {
    return Array.from(this);
  }

  *[Symbol.iterator](): Iterator<unknown[] | null> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}
