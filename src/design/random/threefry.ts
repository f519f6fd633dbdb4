/** A 64-bit key as two 32-bit integers. */
export type Key = readonly [number, number];

const PARITY = 0x1bd11bda;

/**
 * The Threefry-2x32 block function with 13 rounds (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"):
 * for each row two random 32-bit integers that depend on the key and the counter (row, draw) alone, made into one
 * number in [0, 1) of the first's upper 27 bits and the second's upper 26. The number of rounds is part of the meaning
 * of every seed and never changes. The rounds are written out, and many rows are done at a time, because this is most
 * of what a sample costs.
 *
 * @param points Takes a number for each row.
 * @param first The first row; the others follow it.
 */
export function threefry(key: Key, points: Float64Array, first: number, draw = 0): void {
  const k0 = key[0];
  const k1 = key[1];
  const k2 = PARITY ^ k0 ^ k1;
  const firstA = (first + k0) | 0;
  const firstB = (draw + k1) | 0;
  for (let i = 0; i < points.length; i++) {
    let a = (firstA + i) | 0;
    let b = firstB;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + k1) | 0;
    b = (b + k2 + 1) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    a = (a + b) | 0;
    b = ((b << 29) | (b >>> 3)) ^ a;
    a = (a + b) | 0;
    b = ((b << 16) | (b >>> 16)) ^ a;
    a = (a + b) | 0;
    b = ((b << 24) | (b >>> 8)) ^ a;
    a = (a + k2) | 0;
    b = (b + k0 + 2) | 0;
    a = (a + b) | 0;
    b = ((b << 13) | (b >>> 19)) ^ a;
    a = (a + b) | 0;
    b = ((b << 15) | (b >>> 17)) ^ a;
    a = (a + b) | 0;
    b = ((b << 26) | (b >>> 6)) ^ a;
    a = (a + b) | 0;
    b = ((b << 6) | (b >>> 26)) ^ a;
    a = (a + k0) | 0;
    b = (b + k1 + 3) | 0;
    a = (a + b) | 0;
    b = ((b << 17) | (b >>> 15)) ^ a;
    points[i] = ((a >>> 5) * 67108864 + (b >>> 6)) * 2 ** -53;
  }
}
