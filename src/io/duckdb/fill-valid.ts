import type { Vector } from "@duckdb/node-bindings";
import { toBits } from "../columns/bits.ts";
import type { Valid } from "../columns/flat-column.ts";
import type { DuckDbNative } from "./load-duckdb.ts";

/** Which rows of a column a vector takes. */
export interface RowSlice {
  readonly start: number;
  readonly count: number;
}

/** Marks the rows of a vector that have no value. */
export function fillValid(
  native: DuckDbNative,
  vector: Vector,
  valid: Valid,
  { start, count }: RowSlice,
): void {
  if (valid === null) return;
  const end = start + count;
  let row = start;
  while (row < end && valid[row] === 1) row++;
  if (row === end) return;
  // The mask is made of words of 64 bits.
  const mask = new Uint8Array(Math.ceil(count / 64) * 8);
  mask.set(toBits(valid.subarray(start, end)));
  native.vector_ensure_validity_writable(vector);
  native.copy_data_to_vector_validity(vector, 0, mask.buffer, 0, mask.byteLength);
}
