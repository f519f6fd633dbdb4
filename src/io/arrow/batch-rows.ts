import type { Batch } from "@uwdata/flechette";
import { fromBits } from "../columns/bits.ts";
import type { Valid } from "../columns/flat-column.ts";

/** The number of rows of some batches. */
export function rowCount(batches: readonly Batch<unknown>[]): number {
  return batches.reduce((sum, { length }) => sum + length, 0);
}

/** Which rows of some batches have a value. */
export function validOf(batches: readonly Batch<unknown>[]): Valid {
  if (batches.every(({ nullCount }) => nullCount === 0)) return null;
  const bytes = new Uint8Array(rowCount(batches)).fill(1);
  let start = 0;
  for (const { length: count, nullCount, validity } of batches) {
    if (nullCount > 0 && validity !== undefined) fromBits(validity, { bytes, start, count });
    start += count;
  }
  return bytes;
}
