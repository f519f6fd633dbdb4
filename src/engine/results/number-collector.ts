import type { Vector } from "@duckdb/node-bindings";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";
import type { CollectedColumn, ColumnCollector } from "./column-collector.ts";
import { type Growable, GrowingArray } from "./growing-array.ts";
import { ValidCollector } from "./valid-collector.ts";

/** A kind of typed array. */
interface ArrayMaker<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

/** How {@link NumberCollector} reads and gives numbers. */
export interface NumberFormat<T extends Growable> {
  /** The array over DuckDB's memory. */
  readonly from: ArrayMaker<ArrayLike<number> | ArrayLike<bigint>>;
  /** The array that the numbers are collected in. */
  readonly to: new (
    length: number,
  ) => T;
  /** How many elements of `from` make a value. @default 1 */
  readonly perValue?: number;
  /** Makes the column, of all elements. */
  readonly finish: (values: T, valid: Uint8Array | null) => CollectedColumn;
}

/** Collects numbers of a fixed width: their memory is copied. */
export class NumberCollector<T extends Growable> implements ColumnCollector {
  readonly #native: DuckDbNative;
  readonly #format: NumberFormat<T>;
  readonly #values: GrowingArray<T>;
  readonly #valid: ValidCollector;

  /** @param capacity The number of values to have room for from the start. */
  constructor(native: DuckDbNative, format: NumberFormat<T>, capacity: number) {
    this.#native = native;
    this.#format = format;
    this.#values = new GrowingArray(format.to, capacity * (format.perValue ?? 1));
    this.#valid = new ValidCollector(native, capacity);
  }

  append(vector: Vector, start: number, end: number): void {
    if (end === start) return;
    const { from, perValue = 1 } = this.#format;
    const width = from.BYTES_PER_ELEMENT * perValue;
    const { buffer, byteOffset } = this.#native.vector_get_data(vector, end * width);
    const piece = new from(buffer, byteOffset + start * width, (end - start) * perValue);
    const at = this.#values.extend(piece.length);
    (this.#values.values as Float64Array).set(piece as ArrayLike<number>, at);
    this.#valid.append(vector, start, end);
  }

  finish(): CollectedColumn {
    return this.#format.finish(this.#values.finish(), this.#valid.finish());
  }
}
