import type { ColumnType } from "./column-type.ts";

/**
 * A column that carries its type, for values whose type cannot be read off them: columns with missing values,
 * lists, 64-bit integers. Arquero tables accept it like any column.
 *
 * @example
 * ```ts
 * const scenes = new TypedColumn("string", [null, "GYM_1"]);
 * scenes.type; // "string"
 * aq.table({ scene: scenes }).objects(); // [{ scene: null }, { scene: "GYM_1" }]
 * ```
 */
export class TypedColumn<T = unknown> {
  /** The type of the values that are not missing. */
  readonly type: ColumnType;
  readonly #values: ArrayLike<T | null>;

  /** @param values One value a row; `null` where it is missing. */
  constructor(type: ColumnType, values: ArrayLike<T | null>) {
    this.type = type;
    this.#values = values;
  }

  /** The number of rows. */
  get length(): number {
    return this.#values.length;
  }

  /** The value of a row, `null` where it is missing. */
  at(row: number): T | null {
    return this.#values[row] ?? null;
  }

  /** All values as a new array. */
  toArray(): (T | null)[] {
    return Array.from(this.#values);
  }

  *[Symbol.iterator](): Iterator<T | null> {
    for (let row = 0; row < this.#values.length; row++) yield this.at(row);
  }
}
