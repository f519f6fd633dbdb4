/** The codes of a column's rows: places in a list of values. */
export type Codes = Uint8Array | Uint16Array | Uint32Array;

/** Codes for `n` rows, as small as the number of different values allows; all 0. */
export function makeCodes(n: number, numValues: number): Codes {
  if (numValues <= 2 ** 8) return new Uint8Array(n);
  return numValues <= 2 ** 16 ? new Uint16Array(n) : new Uint32Array(n);
}
