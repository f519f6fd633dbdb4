import type { Batch } from "@uwdata/flechette";
import { rowCount } from "./batch-rows.ts";

/** Memory of numbers. */
export type NumberArray = Int32Array | Uint32Array | Float64Array | BigInt64Array | BigUint64Array;

/** The buffers of values of some batches in one piece: their own memory where there is one batch. */
export function joinedValues(batches: readonly Batch<unknown>[]): NumberArray {
  const parts = batches.map(({ values, length }) => (values as NumberArray).subarray(0, length));
  const [first] = parts;
  if (first === undefined) return new Float64Array(0);
  if (parts.length === 1) return first;
  const joined = new (first.constructor as Float64ArrayConstructor)(rowCount(batches));
  let start = 0;
  for (const part of parts) {
    joined.set(part as Float64Array, start);
    start += part.length;
  }
  return joined;
}
