import type { ColumnType } from "../column-type.ts";
import type { ColumnLike } from "../column-type-of.ts";
import { fitsType } from "../fits-type.ts";
import { TypedColumn } from "../typed-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";

/** About what a value takes that is not packed. */
const VALUE_BYTES = 64;

/** Collects a column of a type that no packed memory is for, such as moments and structures. */
export class PlainBuilder implements ColumnBuilder {
  readonly #type: ColumnType;
  readonly #values: unknown[] = [];

  /** @param type The type of the column. */
  constructor(type: ColumnType) {
    this.#type = type;
  }

  get length(): number {
    return this.#values.length;
  }

  get bytes(): number {
    return VALUE_BYTES * this.#values.length;
  }

  set(row: number, value: unknown): boolean {
    if (!fitsType(value, this.#type)) return false;
    while (this.#values.length < row) this.#values.push(null);
    this.#values.push(value);
    return true;
  }

  truncate(rows: number): void {
    if (rows < this.#values.length) this.#values.length = rows;
    while (this.#values.at(-1) === null) this.#values.pop();
  }

  finish(rows: number): ColumnLike {
    const values = this.#values.slice(0, rows);
    while (values.length < rows) values.push(null);
    return new TypedColumn(this.#type, values);
  }
}
