import type { ColumnType } from "./column-type.ts";
import type { Codes } from "./make-codes.ts";

/** The groups of a column's rows, as Arquero's `groupby` takes them. */
export interface DictGroups {
  keys: Uint32Array;
  get: ((row: number) => string)[];
  names: string[];
  rows: Uint32Array;
  size: number;
}

/**
 * A column of strings that are few: each row holds the number of its value. Arquero tables accept it like any column,
 * compare its numbers instead of its strings, and group by them.
 */
export class DictColumn {
  /** The type of the values. */
  readonly type: ColumnType = "string";
  /** For each row the place of its value in {@link values}. */
  readonly codes: Codes;
  /** The different values. */
  readonly values: readonly string[];

  /** @param values Different values; every code is one of their places. */
  constructor(codes: Codes, values: readonly string[]) {
    this.codes = codes;
    this.values = values;
  }

  /** The number of rows. */
  get length(): number {
    return this.codes.length;
  }

  /** The value of a row. */
  at(row: number): string {
    return this.values[this.codes[row] as number] as string;
  }

  /** The number that stands for a row's value. */
  key(row: number): number {
    return this.codes[row] as number;
  }

  /** The number that stands for a value; one that no row has for a value that there is not. */
  keyFor(value: unknown): number {
    const place = this.values.indexOf(value as string);
    return place < 0 ? this.values.length : place;
  }

  /** The rows grouped by value, in order of the values' first rows. */
  groups(names: string[]): DictGroups {
    const numbers = new Int32Array(this.values.length).fill(-1);
    const keys = new Uint32Array(this.length);
    const rows: number[] = [];
    for (let row = 0; row < keys.length; row++) {
      const code = this.codes[row] as number;
      if (numbers[code] === -1) numbers[code] = rows.push(row) - 1;
      keys[row] = numbers[code] as number;
    }
    return { keys, get: [(row) => this.at(row)], names, rows: Uint32Array.from(rows), size: rows.length };
  }

  /** All values as a new array. */
  toArray(): string[] {
    const { codes, values } = this;
    const texts = new Array<string>(codes.length);
    for (let row = 0; row < texts.length; row++) texts[row] = values[codes[row] as number] as string;
    return texts;
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}
