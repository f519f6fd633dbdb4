import type { RandomStream } from "../random/random-stream.ts";

/**
 * The numbers from 0 to n - 1 in random order, each order equally likely (Fisher and Yates; Durstenfeld 1964).
 *
 * @param random Row `first + i` of the stream decides step `i`.
 * @param first The first row of the stream to use. @default 0
 */
export function randomPermutation(
  n: number,
  random: RandomStream,
  { first = 0 }: { first?: number } = {},
): Uint32Array {
  const order = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const j = Math.floor(random(first + i) * (i + 1));
    order[i] = order[j] as number;
    order[j] = i;
  }
  return order;
}
