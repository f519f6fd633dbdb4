import { randomStream } from "../random-stream.ts";
import type { Seed } from "../seed-key.ts";
import type { SamplingMethod } from "./sampling-method.ts";
import { scrambleDirections } from "./scramble-directions.ts";
import { SOBOL_BITS, sobolDirections } from "./sobol-directions.ts";

const UNIT = 2 ** -SOBOL_BITS;

/** Options of {@link sobol}. */
export interface SobolOptions {
  /** Scrambles each column by the seed. Without it, the seed changes nothing. @default false */
  scramble?: boolean | undefined;
}

function sobolColumn(n: number, directions: Int32Array, { shift = 0 } = {}): Float64Array {
  const column = new Float64Array(n);
  let bits = shift | 0;
  for (let row = 0; row < n; ) {
    column[row] = (bits >>> 0) * UNIT;
    row += 1;
    bits ^= directions[31 - Math.clz32(row & -row)] as number;
  }
  return column;
}

function scrambledColumn(
  n: number,
  directions: Int32Array,
  { seed, name }: { seed: Seed; name: string },
): Float64Array {
  const random = randomStream(seed, `sobol/scramble/${name}`);
  const shift = Math.floor(random(SOBOL_BITS) * 2 ** 32);
  return sobolColumn(n, scrambleDirections(directions, random), { shift });
}

/**
 * The Sobol sequence: points that fill the cube evenly, best when `n` is a power of 2. Columns take its dimensions
 * in declared order. More rows go on with the sequence; more columns at the end change none before them.
 * Gray-code order, the first point is 0 (Antonov and Saleev 1979), direction numbers by Joe and Kuo (2008), 32 bits.
 * Scrambling is a random linear scrambling of the digits and a random digital shift (Matoušek 1998).
 *
 * Unscrambled, the first point is at the lower end of every distribution. Leave it in: the points are balanced
 * with it.
 *
 * @returns A method for `sample`; it throws a `RangeError` when there are more than 64 columns.
 * @example
 * ```ts
 * sample({ camera_height: uniform(0.1, 2.75) }, 64, { seed: 42, method: sobol() });
 * ```
 */
export function sobol({ scramble = false }: SobolOptions = {}): SamplingMethod {
  return {
    kind: "sobol",
    isExtensible: true,
    args: { scramble },
    points: ({ columns, n, seed }) => {
      return columns.map(({ name }, dimension) => {
        const directions = sobolDirections(dimension);
        return scramble ? scrambledColumn(n, directions, { seed, name }) : sobolColumn(n, directions);
      });
    },
  };
}
