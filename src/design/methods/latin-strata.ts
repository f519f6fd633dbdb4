import type { RandomStream } from "../random/random-stream.ts";
import { randomPermutation } from "./random-permutation.ts";

/**
 * The strata that rows added to a column take, in random order: those of `size` equal strata that hold no number yet.
 *
 * @param held The numbers that the column has; each in a stratum of its own.
 * @param random The stream whose first rows decide the order.
 */
export function latinStrata(
  size: number,
  random: RandomStream,
  { held }: { held: Float64Array },
): Uint32Array {
  const taken = new Uint8Array(size);
  for (const x of held) taken[Math.floor(x * size)] = 1;
  const free = new Uint32Array(size - held.length);
  let count = 0;
  for (let stratum = 0; stratum < size; stratum++) if (taken[stratum] === 0) free[count++] = stratum;
  return randomPermutation(free.length, random).map((index) => free[index] as number);
}
