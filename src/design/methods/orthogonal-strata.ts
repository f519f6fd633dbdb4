import { type RandomStream, randomStream } from "../random/random-stream.ts";
import type { Seed } from "../random/seed-key.ts";
import { isPrime } from "./is-prime.ts";
import { randomPermutation } from "./random-permutation.ts";

function primeRoot(n: number): number {
  const root = Math.round(Math.sqrt(n));
  if (root * root === n && isPrime(root)) return root;
  throw new RangeError(`With strength 2, n must be the square of a prime (4, 9, 25, 49, 121, …), got ${n}`);
}

/** Spreads a column of levels over strata: the p rows of a level get its p strata in random order. */
function spread(levels: Uint32Array, prime: number, random: RandomStream): Uint32Array {
  const relabelled = randomPermutation(prime, random);
  const places = Array.from({ length: prime }, (_, level) => {
    return randomPermutation(prime, random, { first: prime * (level + 1) });
  });
  const used = new Uint32Array(prime);
  return levels.map((level) => {
    const place = places[level]?.[used[level] as number] as number;
    used[level] = (used[level] as number) + 1;
    return (relabelled[level] as number) * prime + place;
  });
}

/**
 * The strata of a Latin hypercube based on an orthogonal array of strength 2 (Tang 1993; the array is Bose's 1938):
 * n = p², and for each pair of columns every pair of p × p coarse cells holds one point.
 *
 * @param names The columns, at most p + 1.
 * @param n The square of a prime p.
 * @param options The seed, and what sets its streams apart from others.
 * @returns The strata of each column, 0 to n - 1 once each.
 * @throws {RangeError} When `n` is not the square of a prime, or there are too many columns.
 */
export function orthogonalStrata(
  names: readonly string[],
  n: number,
  { seed, tag }: { seed: Seed; tag: string },
): Uint32Array[] {
  const prime = primeRoot(n);
  if (names.length > prime + 1) {
    throw new RangeError(
      `With strength 2, ${n} rows (${prime} squared) allow at most ${prime + 1} columns, got ${names.length}`,
    );
  }
  const order = randomPermutation(n, randomStream(seed, `${tag}/rows`));
  return names.map((name, column) => {
    const levels = order.map((cell) => {
      const [slow, fast] = [Math.floor(cell / prime), cell % prime];
      return column === 0 ? slow : (fast + (column - 1) * slow) % prime;
    });
    return spread(levels, prime, randomStream(seed, `${tag}/levels/${name}`));
  });
}
