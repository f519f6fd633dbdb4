import type { ColumnLike } from "../column-type-of.ts";
import { DictColumn } from "../dict-column.ts";
import type { Codes } from "../make-codes.ts";
import { makeCodes } from "../make-codes.ts";
import { TypedColumn } from "../typed-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";

const FIRST_CAPACITY = 64;
/** What a string costs besides its characters: the string itself and its place in the dictionary. */
const STRING_BYTES = 64;
/** A column of more different values than this has a dictionary only where its values come again. */
const MANY = 1024;
const MISSING = 0;

/** Collects a `string` column as numbers of its different values; 0 is the number of a missing value. */
export class DictBuilder implements ColumnBuilder {
  length = 0;
  #codes: Codes = new Uint8Array(0);
  readonly #codeOf = new Map<string, number>();
  readonly #values: (string | null)[] = [null];
  #textBytes = 0;

  get bytes(): number {
    return this.length * this.#codes.BYTES_PER_ELEMENT + this.#textBytes;
  }

  set(row: number, value: unknown): boolean {
    if (typeof value !== "string") return false;
    this.fill(row, 1, this.code(value));
    return true;
  }

  /** The number of a value; it stays the same. */
  code(value: string): number {
    let code = this.#codeOf.get(value);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#codeOf.set(value, code);
      this.#textBytes += STRING_BYTES + 2 * value.length;
    }
    return code;
  }

  /** Gives rows that follow those so far the value of a number. */
  fill(row: number, count: number, code: number): void {
    this.open(row, count, code).fill(code, row, row + count);
  }

  /** Makes room for rows that follow those so far; the caller puts in their codes, none of them above `largest`. */
  open(row: number, count: number, largest: number): Codes {
    const end = row + count;
    if (end > this.#codes.length || largest >= 2 ** (8 * this.#codes.BYTES_PER_ELEMENT))
      this.#grow(end, largest);
    this.length = end;
    return this.#codes;
  }

  reserve(rows: number): void {
    if (rows > this.#codes.length) this.#grow(rows, MISSING);
  }

  truncate(rows: number): void {
    if (this.length <= rows) return;
    this.#codes.fill(MISSING, rows, this.length);
    let length = rows;
    while (length > 0 && this.#codes[length - 1] === MISSING) length--;
    this.length = length;
  }

  finish(rows: number): ColumnLike {
    this.reserve(rows);
    const codes = this.#codes.slice(0, rows);
    const complete = !codes.includes(MISSING);
    const values = this.#values;
    if (values.length > MANY && values.length > rows / 4) {
      const texts = new Array<string | null>(rows);
      for (let row = 0; row < rows; row++) texts[row] = values[codes[row] as number] ?? null;
      return complete ? texts : new TypedColumn("string", texts);
    }
    if (!complete) return new DictColumn(codes, values.slice());
    for (let row = 0; row < rows; row++) codes[row] = (codes[row] as number) - 1;
    return new DictColumn(codes, values.slice(1));
  }

  #grow(rows: number, largest: number): void {
    const capacity =
      rows > this.#codes.length ? Math.max(FIRST_CAPACITY, rows, 2 * this.#codes.length) : rows;
    const numValues = Math.max(largest + 1, 2 ** (8 * this.#codes.BYTES_PER_ELEMENT));
    const codes = makeCodes(Math.max(capacity, this.#codes.length), numValues);
    codes.set(this.#codes.subarray(0, this.length));
    this.#codes = codes;
  }
}
