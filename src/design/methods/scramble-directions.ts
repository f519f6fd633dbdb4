import type { RandomStream } from "../random/random-stream.ts";

function isOdd(bits: number): boolean {
  let folded = bits ^ (bits >>> 16);
  folded ^= folded >>> 8;
  folded ^= folded >>> 4;
  return ((0x6996 >>> (folded & 15)) & 1) === 1;
}

/**
 * Scrambles direction numbers by a random lower triangular binary matrix with ones on its diagonal (Matoušek 1998,
 * "On the L2-discrepancy for anchored boxes", random linear scrambling): each digit is mixed with the digits
 * before it, so that the points stay as evenly spread as they were.
 *
 * @param directions 32-bit direction numbers; they are not changed.
 * @param random The first 32 rows of the stream make the matrix.
 */
export function scrambleDirections(directions: Int32Array, random: RandomStream): Int32Array {
  const matrix = Int32Array.from({ length: 32 }, (_, digit) => {
    const diagonal = 1 << (31 - digit);
    const before = digit === 0 ? 0 : -1 << (32 - digit);
    return (Math.floor(random(digit) * 2 ** 32) & before) | diagonal;
  });
  return directions.map((direction) => {
    let scrambled = 0;
    for (const row of matrix) scrambled = (scrambled << 1) | (isOdd(row & direction) ? 1 : 0);
    return scrambled;
  });
}
