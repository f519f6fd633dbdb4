import type { ColumnLike } from "../column-type-of.ts";
import { inferColumnType } from "../infer-column-type.ts";
import { BoolBuilder } from "./bool-builder.ts";
import { builderOf } from "./builder-of.ts";
import type { ColumnBuilder } from "./column-builder.ts";
import { DictBuilder } from "./dict-builder.ts";
import { FloatBuilder } from "./float-builder.ts";
import { textOf } from "./text-of.ts";

const VALUE_BYTES = 16;

/**
 * Collects a column whose type its values tell: integers where all numbers are, text where they mix types. What is
 * not all numbers, all truth values or all strings is kept as it is until the end.
 */
export class AnyBuilder implements ColumnBuilder {
  #packed: FloatBuilder | BoolBuilder | DictBuilder | null = null;
  #plain: unknown[] | null = null;
  #plainBytes = 0;

  get length(): number {
    return (this.#plain ?? this.#packed)?.length ?? 0;
  }

  get bytes(): number {
    return this.#plain === null ? (this.#packed?.bytes ?? 0) : this.#plainBytes;
  }

  set(row: number, value: unknown): true {
    if (this.#plain === null && this.length === 0) this.#packed = packedOf(value);
    if (this.#plain === null && this.#packed?.set(row, value)) return true;
    const plain = this.#plain ?? this.#unpack();
    while (plain.length < row) plain.push(null);
    plain.push(value);
    this.#plainBytes += bytesOf(value);
    return true;
  }

  /** Whether the values have no common type. */
  get isMixed(): boolean {
    return this.#plain !== null && inferColumnType(this.#plain, { integers: true }) === null;
  }

  truncate(rows: number): void {
    this.#packed?.truncate(rows);
    const plain = this.#plain;
    if (plain === null) return;
    if (rows < plain.length) plain.length = rows;
    while (plain.at(-1) === null) plain.pop();
    if (plain.length === 0) this.#plain = null;
  }

  finish(rows: number): ColumnLike {
    if (this.#plain !== null) return fromPlain(this.#plain, rows);
    if (this.#packed instanceof FloatBuilder) return fromNumbers(this.#packed, rows);
    return (this.#packed ?? new DictBuilder()).finish(rows);
  }

  #unpack(): unknown[] {
    const { length } = this;
    const plain = length === 0 ? [] : Array.from(this.#packed?.finish(length) ?? []);
    this.#packed = null;
    this.#plain = plain;
    this.#plainBytes = VALUE_BYTES * plain.length;
    return plain;
  }
}

function packedOf(value: unknown): FloatBuilder | BoolBuilder | DictBuilder | null {
  if (typeof value === "number") return new FloatBuilder();
  if (typeof value === "boolean") return new BoolBuilder();
  return typeof value === "string" ? new DictBuilder() : null;
}

function bytesOf(value: unknown): number {
  if (!Array.isArray(value)) return VALUE_BYTES;
  return value.reduce<number>((sum, item) => sum + bytesOf(item), 2 * VALUE_BYTES);
}

function fromNumbers(numbers: FloatBuilder, rows: number): ColumnLike {
  const { values, valid, length } = numbers;
  for (let row = 0; row < length; row++) {
    const value = values[row] as number;
    const isInteger = Number.isSafeInteger(value) && !Object.is(value, -0);
    if (!isInteger && (valid === null || valid[row] === 1)) return numbers.finish(rows);
  }
  const integers = builderOf("int32");
  for (let row = 0; row < length; row++) {
    if (valid === null || valid[row] === 1) integers.set(row, values[row]);
  }
  return integers.finish(rows);
}

function fromPlain(values: readonly unknown[], rows: number): ColumnLike {
  const type = inferColumnType(values, { integers: true });
  const builder = builderOf(type ?? "string");
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value !== null) builder.set(row, type === null ? textOf(value) : value);
  }
  return builder.finish(rows);
}
