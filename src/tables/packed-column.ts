/** The types of values that {@link PackedColumn} holds. */
export type PackedType = "bool" | "int32" | "int64" | "float64" | "timestamp";

/**
 * The memory of a packed column: `bool` is 0 or 1 in a `Uint8Array`, `int32` an `Int32Array`, `float64` a
 * `Float64Array`, `int64` a `BigInt64Array` or, where all values are safe integers, a `Float64Array`, and `timestamp`
 * a `Float64Array` of milliseconds since 1970.
 */
export type PackedValues = Uint8Array | Int32Array | Float64Array | BigInt64Array;

/**
 * A column of numbers, truth values or moments in a typed array, some of which may be missing.
 *
 * @example
 * ```ts
 * const reps = new PackedColumn("int32", Int32Array.of(3, 0, 5), Uint8Array.of(1, 0, 1));
 * aq.table({ reps }).array("reps"); // [3, null, 5]
 * ```
 */
export class PackedColumn {
  readonly type: PackedType;
  /** One value a row; anything where the row's value is missing. */
  readonly values: PackedValues;
  /** For each row 1 where it has a value, else 0; null where every row has one. */
  readonly valid: Uint8Array | null;

  constructor(type: PackedType, values: PackedValues, valid: Uint8Array | null = null) {
    this.type = type;
    this.values = values;
    this.valid = valid;
  }

  /** The number of rows. */
  get length(): number {
    return this.values.length;
  }

  /** The value of a row, `null` where it is missing. */
  at(row: number): boolean | number | bigint | Date | null {
    if (this.valid !== null && this.valid[row] !== 1) return null;
    const value = this.values[row];
    if (value === undefined) return null;
    if (this.type === "bool") return value === 1;
    return this.type === "timestamp" ? new Date(value as number) : value;
  }

  /** All values as a new array. */
  toArray(): (boolean | number | bigint | Date | null)[] {
    return Array.from(this);
  }

  *[Symbol.iterator](): Iterator<boolean | number | bigint | Date | null> {
    for (let row = 0; row < this.length; row++) yield this.at(row);
  }
}
