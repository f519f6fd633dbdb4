import type { ColumnType } from "../../tables/column-type.ts";
import type { FlatNumbers } from "./flat-column.ts";

/** Takes the values of a column as they come, in slices of any order. */
export interface SliceCollector<T> {
  /** Takes the values from row `start` on. */
  add(values: ArrayLike<unknown>, start: number): void;
  /** The whole column; rows that never came are missing. */
  finish(): T;
}

const MEMORY = { int32: Int32Array, int64: BigInt64Array, float64: Float64Array } as const;

/** The types of numbers that are collected in memory of their own. */
export type NumberType = "int32" | "int64" | "float64";

/** Whether a type's values are collected as numbers. */
export function isNumberType(type: ColumnType | null): type is NumberType {
  return type !== null && Object.hasOwn(MEMORY, type);
}

/** Collects `n` numbers without an object for each. */
export function collectNumbers(type: NumberType, n: number): SliceCollector<FlatNumbers> {
  const memory = new MEMORY[type](n);
  const valid = new Uint8Array(n);
  return {
    add(values, start) {
      if (ArrayBuffer.isView(values) && values.constructor === memory.constructor) {
        (memory as Float64Array).set(values as Float64Array, start);
        valid.fill(1, start, start + values.length);
        return;
      }
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (value === null || value === undefined) continue;
        memory[start + i] = type === "int64" ? toInt64(value as bigint, start + i) : (value as number);
        valid[start + i] = 1;
      }
    },
    finish: () => ({ kind: "numbers", type, values: memory, valid: valid.includes(0) ? valid : null }),
  };
}

/** Bigints that are no integers of 64 bits would lose their upper bits. */
function toInt64(value: bigint | number, row: number): bigint {
  const integer = BigInt(value);
  if (BigInt.asIntN(64, integer) === integer) return integer;
  throw new RangeError(`Cannot read ${integer} in row ${row}: it exceeds 64 bits with a sign`);
}

/** Collects `n` values of any kind. */
export function collectValues(n: number): SliceCollector<unknown[]> {
  const collected = new Array<unknown>(n).fill(null);
  return {
    add(values, start) {
      for (let i = 0; i < values.length; i++) collected[start + i] = values[i];
    },
    finish: () => collected,
  };
}
