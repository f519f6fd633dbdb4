import type { DataType } from "apache-arrow";
import { type ArrowColumn, type ArrowParts, lengthOf, type Piece } from "./arrow-column.ts";
import { validityOf } from "./validity.ts";

/** A typed array as memory of numbers. */
export type NumberMemory =
  | Uint8Array
  | Int8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** A kind of typed array. */
export interface MemoryMaker<T extends NumberMemory> {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

/** How the numbers of a column lie in DuckDB's memory, and what becomes of them. */
export interface NumberLayout<T extends NumberMemory> {
  readonly memory: MemoryMaker<T>;
  /** How many elements make a value. @default 1 */
  readonly perValue?: number;
  /** The memory as Arrow has it. @default the same */
  readonly converted?: (values: T) => NumberMemory;
}

/** A column of numbers of a fixed width: their memory is copied. */
export function numberColumn<T extends NumberMemory>(
  type: DataType,
  { arrow, native }: ArrowParts,
  { memory, perValue = 1, converted = (values) => values }: NumberLayout<T>,
): ArrowColumn {
  const width = memory.BYTES_PER_ELEMENT * perValue;
  const valuesOf = (pieces: readonly Piece[]): T => {
    const values = new memory(lengthOf(pieces) * perValue);
    let at = 0;
    for (const { vector, start, end } of pieces) {
      if (end === start) continue;
      const { buffer, byteOffset } = native.vector_get_data(vector, end * width);
      const piece = new memory(buffer, byteOffset + start * width, (end - start) * perValue);
      (values as Float64Array).set(piece as Float64Array, at);
      at += piece.length;
    }
    return values;
  };
  return {
    type,
    data: (pieces) =>
      arrow.makeData({ type, ...validityOf(native, pieces), data: converted(valuesOf(pieces)) } as never),
  };
}

/** Truth values, of a byte each, as bits. */
export function toBits(bytes: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(bytes.length / 8));
  for (let place = 0; place < bytes.length; place++) {
    if (bytes[place] === 1) bits[place >> 3] = (bits[place >> 3] as number) | (1 << (place & 7));
  }
  return bits;
}

/** Integers as such of 128 bits. */
export function toWide(values: Int16Array | Int32Array | BigInt64Array): Uint32Array {
  const words = new BigInt64Array(values.length * 2);
  for (let place = 0; place < values.length; place++) {
    const value = BigInt(values[place] as number | bigint);
    words[2 * place] = value;
    words[2 * place + 1] = value < 0n ? -1n : 0n;
  }
  return new Uint32Array(words.buffer);
}
