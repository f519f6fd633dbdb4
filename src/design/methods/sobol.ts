import { randomStream } from "../random/random-stream.ts";
import type { Seed } from "../random/seed-key.ts";
import type { PointStream, SamplingMethod } from "./sampling-method.ts";
import { scrambleDirections } from "./scramble-directions.ts";
import { SOBOL_BITS, sobolDirections } from "./sobol-directions.ts";

const UNIT = 2 ** -SOBOL_BITS;

/** Options of {@link sobol}. */
export interface SobolOptions {
  /** Scrambles each column by the seed. Without it, the seed changes nothing. @default false */
  scramble?: boolean | undefined;
}

function sobolStream(directions: Int32Array, { shift = 0 } = {}): PointStream {
  return (points, first) => {
    let bits = shift | 0;
    const gray = first ^ (first >>> 1);
    for (let bit = 0; gray >>> bit > 0; bit++) if ((gray >>> bit) & 1) bits ^= directions[bit] as number;
    for (let i = 0; i < points.length; i++) {
      points[i] = (bits >>> 0) * UNIT;
      const next = first + i + 1;
      bits ^= directions[31 - Math.clz32(next & -next)] as number;
    }
  };
}

function scrambledStream(directions: Int32Array, { seed, name }: { seed: Seed; name: string }): PointStream {
  const random = randomStream(seed, `sobol/scramble/${name}`);
  const shift = Math.floor(random(SOBOL_BITS) * 2 ** 32);
  return sobolStream(scrambleDirections(directions, random), { shift });
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
 * const columns = { camera_height: uniform(0, 2), relative_camera_yaw_deg: uniform(-30, 30) };
 * const jobs = sample(columns, 4, { seed: 42, method: sobol() });
 * jobs.array("camera_height"); // [0, 1, 1.5, 0.5]
 * jobs.array("relative_camera_yaw_deg"); // [-30, 0, -15, 15]
 * ```
 */
export function sobol({ scramble = false }: SobolOptions = {}): SamplingMethod {
  return {
    kind: "sobol",
    isExtensible: true,
    args: { scramble },
    streams: ({ columns, seed }) => {
      return columns.map(({ name }, dimension) => {
        const directions = sobolDirections(dimension);
        return scramble ? scrambledStream(directions, { seed, name }) : sobolStream(directions);
      });
    },
  };
}
