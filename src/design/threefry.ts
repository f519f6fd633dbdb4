/** A 64-bit key as two 32-bit integers. */
export type Key = readonly [number, number];

const PARITY = 0x1bd11bda;

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/**
 * The Threefry-2x32 block function with 13 rounds (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"):
 * two random 32-bit integers that depend on the key and the counter alone. The number of rounds is part of the
 * meaning of every seed and never changes.
 */
export function threefry([k0, k1]: Key, row: number, draw: number): [number, number] {
  const k2 = PARITY ^ k0 ^ k1;
  let x0 = (row + k0) | 0;
  let x1 = (draw + k1) | 0;
  function round(bits: number): void {
    x0 = (x0 + x1) | 0;
    x1 = rotate(x1, bits) ^ x0;
  }
  function inject(a: number, b: number, count: number): void {
    x0 = (x0 + a) | 0;
    x1 = (x1 + b + count) | 0;
  }
  round(13);
  round(15);
  round(26);
  round(6);
  inject(k1, k2, 1);
  round(17);
  round(29);
  round(16);
  round(24);
  inject(k2, k0, 2);
  round(13);
  round(15);
  round(26);
  round(6);
  inject(k0, k1, 3);
  round(17);
  return [x0 >>> 0, x1 >>> 0];
}
