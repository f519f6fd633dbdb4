import { randomStream } from "../random/random-stream.ts";
import type { Seed } from "../random/seed-key.ts";
import { isPrime } from "./is-prime.ts";
import { digitCount, radicalInverses } from "./radical-inverses.ts";
import { randomPermutation } from "./random-permutation.ts";
import type { SamplingMethod } from "./sampling-method.ts";

/** Options of {@link halton}. */
export interface HaltonOptions {
  /** Scrambles each column by the seed. Without it, the seed changes nothing. @default false */
  scramble?: boolean | undefined;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let value = 2; primes.length < count; value++) if (isPrime(value)) primes.push(value);
  return primes;
}

function scrambledDigits(base: number, { seed, name }: { seed: Seed; name: string }): Uint32Array {
  const random = randomStream(seed, `halton/scramble/${name}`);
  const digits = new Uint32Array(base * digitCount(base));
  for (let first = 0; first < digits.length; first += base) {
    digits.set(randomPermutation(base, random, { first }), first);
  }
  return digits;
}

/**
 * The Halton sequence (Halton 1960): column k holds the radical inverses of 0, 1, 2, … in the k-th prime base.
 * Columns take the primes in declared order; the number of columns is not limited, but many of them need scrambling
 * to look independent. More rows go on with the sequence; more columns at the end change none before them.
 * Scrambling puts one random permutation on the digits of each position, the same for all points (Owen 2017,
 * "A randomized Halton algorithm in R").
 *
 * @returns A method for `sample`.
 * @example
 * ```ts
 * const columns = { camera_height: uniform(0, 3), relative_camera_yaw_deg: uniform(-30, 30) };
 * sample(columns, 3, { seed: 42, method: halton() }).array("relative_camera_yaw_deg"); // [-30, -10, 10]
 * const scrambled = sample(columns, 3, { seed: 42, method: halton({ scramble: true }) });
 * scrambled.array("relative_camera_yaw_deg"); // [18.1015…, -21.8984…, -1.8984…]
 * ```
 */
export function halton({ scramble = false }: HaltonOptions = {}): SamplingMethod {
  return {
    kind: "halton",
    isExtensible: true,
    args: { scramble },
    streams: ({ columns, seed }) => {
      const bases = firstPrimes(columns.length);
      return columns.map(({ name }, dimension) => {
        const base = bases[dimension] as number;
        const digits = scramble ? scrambledDigits(base, { seed, name }) : undefined;
        return radicalInverses(base, { digits });
      });
    },
  };
}
