import type { Valid } from "./flat-column.ts";

/** Bytes of 0 or 1 as bits, the first in the lowest. */
export function toBits(bytes: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(bytes.length / 8));
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 1) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  }
  return bits;
}

/** Puts `count` bits into bytes of 0 or 1, from a place on. */
export function fromBits(bits: Uint8Array, { bytes, start, count }: BitTarget): void {
  for (let i = 0; i < count; i++) bytes[start + i] = ((bits[i >> 3] as number) >> (i & 7)) & 1;
}

/** Where {@link fromBits} puts its bytes. */
export interface BitTarget {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly count: number;
}

/** The number of rows without a value. */
export function countMissing(valid: Valid): number {
  let missing = 0;
  if (valid !== null) for (let i = 0; i < valid.length; i++) missing += 1 - (valid[i] as number);
  return missing;
}
