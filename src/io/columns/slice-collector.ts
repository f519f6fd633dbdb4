import type { ColumnType } from "../../tables/column-type.ts";
import type { FlatNumbers } from "./flat-column.ts";

/** Takes the values of a column as they come, in slices of any order. */
export interface SliceCollector<T> {
  /** Takes the values from row `start` on; never throws, since readers that call it lose errors. */
  add(values: ArrayLike<unknown>, start: number): void;
  /** The whole column; rows that never came are missing. @throws {RangeError} When a value was not of the type. */
  finish(): T;
}

const MEMORY: {
  readonly int32: Int32ArrayConstructor;
  readonly int64: BigInt64ArrayConstructor;
  readonly float64: Float64ArrayConstructor;
} = { int32: Int32Array, int64: BigInt64Array, float64: Float64Array };

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
  let misfit: bigint | null = null;
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
        const number = type === "int64" ? BigInt(value as bigint) : (value as number);
        memory[start + i] = number;
        // One that has more bits, or no sign, has become another.
        if (type === "int64" && memory[start + i] !== number) misfit ??= number as bigint;
        valid[start + i] = 1;
      }
    },
    finish() {
      if (misfit !== null) throw new RangeError(`Cannot read ${misfit}: it exceeds 64 bits with a sign`);
      return { kind: "numbers", type, values: memory, valid: valid.includes(0) ? valid : null };
    },
  };
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
