import type { ColumnType } from "./column-type.ts";
import type { Codes } from "./make-codes.ts";

/** The groups of a column's rows, as Arquero's `groupby` takes them. */
export interface DictGroups {
  keys: Uint32Array;
  get: ((row: number) => string | null)[];
  names: string[];
  rows: Uint32Array;
  size: number;
}

/**
 * A column of strings that are few: each row holds the number of its value. Arquero tables accept it like any column,
 * compare its numbers instead of its strings, and group by them. A missing value has a number like any other.
 *
 * @example
 * ```ts
 * const scenes = new DictColumn(Uint8Array.of(0, 1, 0), ["GYM_1", "BEDROOM_2"]);
 * aq.table({ scene: scenes }).groupby("scene").count().objects(); // [
 * //   { scene: "GYM_1", count: 2 },
 * //   { scene: "BEDROOM_2", count: 1 }
 * // ]
 * ```
 */
export class DictColumn {
  /** The type of the values. */
  readonly type: ColumnType = "string";
  /** For each row the place of its value in {@link values}. */
  readonly codes: Codes;
  /** The different values, `null` among them where values may be missing. */
  readonly values: readonly (string | null)[];

  /** @param values Different values; every code is one of their places. */
  constructor(codes: Codes, values: readonly (string | null)[]) {
    this.codes = codes;
    this.values = values;
  }

  /** The number of rows. */
  get length(): number {
    return this.codes.length;
  }

  /** The value of a row. */
  at(row: number): string | null {
    return this.values[this.codes[row] as number] ?? null;
  }

  /** The number that stands for a row's value. */
  key(row: number): number {
    return this.codes[row] as number;
  }

  /** The number that stands for a value; one that no row has for a value that there is not. */
  keyFor(value: unknown): number {
    const place = this.values.indexOf((value ?? null) as string | null);
    return place < 0 ? this.values.length : place;
  }

  /**
   * The rows grouped by value, in order of the values' first rows.
   *
   * @internal
   */
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
  toArray(): (string | null)[] {
    const { codes, values } = this;
    const texts = new Array<string | null>(codes.length);
    for (let row = 0; row < texts.length; row++) texts[row] = values[codes[row] as number] ?? null;
    return texts;
  }

  *[Symbol.iterator](): Iterator<string | null> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}
