import type { ColumnType } from "../column-type.ts";
import type { ColumnLike } from "../column-type-of.ts";
import { fitsType } from "../fits-type.ts";
import { ListColumn } from "../list-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { FloatBuilder } from "./float-builder.ts";
import { PackedBuilder } from "./packed-builder.ts";

/** Collects a column of lists: the items one after the other, and where each row's items start. */
export class ListBuilder implements ColumnBuilder {
  readonly #type: ColumnType;
  readonly #items: ColumnBuilder;
  /** Where each row's items end; where rows are missing they are not looked at. */
  readonly #ends = new PackedBuilder<Float64Array>((length) => new Float64Array(length));
  #numItems = 0;

  /**
   * @param type The type of the lists, such as `float64[]`.
   * @param items Collects the items.
   */
  constructor(type: ColumnType, items: ColumnBuilder) {
    this.#type = type;
    this.#items = items;
  }

  get length(): number {
    return this.#ends.length;
  }

  get bytes(): number {
    return this.#ends.bytes + this.#items.bytes;
  }

  set(row: number, value: unknown): boolean {
    if (!fitsType(value, this.#type)) return false;
    for (const item of value as ArrayLike<unknown> & Iterable<unknown>) {
      if (item !== null && item !== undefined) this.#items.set(this.#numItems, item);
      this.#numItems++;
    }
    this.#ends.open(row, 1)[row] = this.#numItems;
    return true;
  }

  /** Gives a row of a `float64[]` column numbers. */
  setNumbers(row: number, numbers: Float64Array): void {
    if (!(this.#items instanceof FloatBuilder)) {
      throw new TypeError(`Cannot put numbers into a column of type ${this.#type}`);
    }
    const start = this.#numItems;
    if (numbers.length > 0) this.#items.open(start, numbers.length).set(numbers, start);
    this.#numItems += numbers.length;
    this.#ends.open(row, 1)[row] = this.#numItems;
  }

  truncate(rows: number): void {
    this.#ends.truncate(rows);
    this.#numItems = this.#ends.length === 0 ? 0 : (this.#ends.values[this.#ends.length - 1] as number);
    this.#items.truncate(this.#numItems);
  }

  finish(rows: number): ColumnLike {
    const valid = this.#ends.cutValid(rows);
    const ends = this.#ends.cut(rows);
    const offsets = new Uint32Array(rows + 1);
    let end = 0;
    for (let row = 0; row < rows; row++) {
      if (valid === null || valid[row] === 1) end = ends[row] as number;
      offsets[row + 1] = end;
    }
    return new ListColumn(this.#type, offsets, this.#items.finish(end), valid);
  }
}
