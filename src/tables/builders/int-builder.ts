import type { ColumnLike } from "../column-type-of.ts";
import { PackedColumn } from "../packed-column.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { PackedBuilder } from "./packed-builder.ts";

/**
 * Collects an `int32` or `int64` column. Values of 32 bits take 4 bytes each; all are moved to 8 bytes when a larger
 * one comes, and become bigints when one comes that no number holds exactly. Values beyond 64 bits do not fit.
 */
export class IntBuilder implements ColumnBuilder {
  readonly #type: "int32" | "int64";
  #small = new PackedBuilder<Int32Array>((length) => new Int32Array(length));
  #wide: PackedBuilder<Float64Array> | PackedBuilder<BigInt64Array> | null = null;

  /** @param type The type of the column; one of `int32` becomes `int64` where its values do not suffice. */
  constructor(type: "int32" | "int64") {
    this.#type = type;
  }

  get length(): number {
    return (this.#wide ?? this.#small).length;
  }

  get bytes(): number {
    return (this.#wide ?? this.#small).bytes;
  }

  set(row: number, value: unknown): boolean {
    if (typeof value === "number" && (value | 0) === value && this.#wide === null) {
      this.#small.open(row, 1)[row] = value;
      return true;
    }
    if (Number.isSafeInteger(value)) return this.#setWide(row, value as number);
    if (typeof value !== "bigint" || BigInt.asIntN(64, value) !== value) return false;
    const number = Number(value);
    return Number.isSafeInteger(number) ? this.set(row, number) : this.#setBig(row, value);
  }

  /** Gives rows that follow those so far the same value. */
  fill(row: number, count: number, value: number): void {
    if (this.#wide === null && (value | 0) === value)
      this.#small.open(row, count).fill(value, row, row + count);
    else for (let at = row; at < row + count; at++) this.set(at, value);
  }

  reserve(rows: number): void {
    (this.#wide ?? this.#small).reserve(rows);
  }

  truncate(rows: number): void {
    (this.#wide ?? this.#small).truncate(rows);
  }

  finish(rows: number): ColumnLike {
    const builder = this.#wide ?? this.#small;
    const valid = builder.cutValid(rows);
    const values = narrow(builder.cut(rows), valid);
    if (this.#type === "int32" && values instanceof Int32Array) {
      return valid === null ? values : new PackedColumn("int32", values, valid);
    }
    const wide = values instanceof Int32Array ? Float64Array.from(values) : values;
    return new PackedColumn("int64", wide, valid);
  }

  #setWide(row: number, value: number): boolean {
    if (this.#wide?.values instanceof BigInt64Array) return this.#setBig(row, BigInt(value));
    const wide = (this.#wide ??
      this.#widen((length) => new Float64Array(length), Number)) as PackedBuilder<Float64Array>;
    wide.open(row, 1)[row] = value + 0; // no -0, which 4 bytes do not hold either
    return true;
  }

  #setBig(row: number, value: bigint): boolean {
    const isBig = this.#wide?.values instanceof BigInt64Array;
    const big = (
      isBig ? this.#wide : this.#widen((length) => new BigInt64Array(length), BigInt)
    ) as PackedBuilder<BigInt64Array>;
    big.open(row, 1)[row] = value;
    return true;
  }

  /** Moves the values so far to a wider array. */
  #widen<A extends Float64Array | BigInt64Array>(
    make: (length: number) => A,
    convert: (value: number) => A[number],
  ): PackedBuilder<A> {
    const { values, valid, length } = (this.#wide ?? this.#small) as PackedBuilder<Int32Array | Float64Array>;
    const wider = new PackedBuilder(make);
    for (let row = 0; row < length; row++) {
      if (valid === null || valid[row] === 1) wider.open(row, 1)[row] = convert(values[row] as number);
    }
    this.#wide = wider as unknown as PackedBuilder<Float64Array>;
    this.#small = new PackedBuilder((size) => new Int32Array(size));
    return wider;
  }
}

/** Wide values in the smallest array that holds them: rows that were taken back may have been the only large ones. */
function narrow(
  values: Int32Array | Float64Array | BigInt64Array,
  valid: Uint8Array | null,
): Int32Array | Float64Array | BigInt64Array {
  if (values instanceof Int32Array) return values;
  const numbers = values instanceof Float64Array ? values : Float64Array.from(values, Number);
  let fits = true;
  for (let row = 0; row < numbers.length; row++) {
    if (valid !== null && valid[row] === 0) continue;
    const value = numbers[row] as number;
    if (!Number.isSafeInteger(value)) return values;
    fits &&= (value | 0) === value;
  }
  return fits ? Int32Array.from(numbers) : numbers;
}
