import { minDistance } from "../diagnostics/min-distance.ts";
import { randomStream } from "../random/random-stream.ts";
import type { Seed } from "../random/seed-key.ts";
import { streamOf } from "./draw-points.ts";
import { inStratum } from "./in-stratum.ts";
import { latinStrata } from "./latin-strata.ts";
import { lowerDiscrepancy } from "./lower-discrepancy.ts";
import { orthogonalStrata } from "./orthogonal-strata.ts";
import type { SamplingMethod } from "./sampling-method.ts";

/** Options of {@link latinHypercube}. */
export interface LatinHypercubeOptions {
  /** A random place in each stratum; false for its middle. @default true */
  scramble?: boolean | undefined;
  /**
   * 2 for a design whose pairs of columns are spread evenly too: n = p² rows for a prime p, at most p + 1 columns.
   * @default 1
   */
  strength?: 1 | 2 | undefined;
  /**
   * `random-cd` exchanges numbers within columns (within coarse cells for strength 2) as long as the centred
   * discrepancy falls; `maximin` takes the design with the largest minimum distance of several candidates.
   * @default no optimization
   */
  optimization?: "random-cd" | "maximin" | undefined;
  /** The number of candidates that `maximin` compares. @default 20 */
  candidates?: number | undefined;
  /**
   * Extends the design of so many rows to this number times 2, 4, 8, …: the first rows are those of the smaller
   * designs with the same seed, and each of them is a Latin hypercube. `optimization` leaves the rows of smaller
   * designs alone. @default no extension
   */
  nestedFrom?: number | undefined;
}

/** The options of a design with defaults filled in, and what is asked for. */
interface Task {
  names: readonly string[];
  seed: Seed;
  scramble: boolean;
  strength: 1 | 2;
  optimization: "random-cd" | "maximin" | undefined;
  candidates: number;
}

/** Adds rows to a design, so that it becomes a Latin hypercube of `size` rows. */
function extended(
  old: readonly Float64Array[],
  size: number,
  { names, seed, scramble, strength, tag }: Task & { tag: string },
): Float64Array[] {
  const orthogonal = strength === 2 ? orthogonalStrata(names, size, { seed, tag }) : [];
  return names.map((name, index) => {
    const held = old[index] ?? new Float64Array(0);
    const stream = randomStream(seed, `${tag}/strata/${name}`);
    const strata = orthogonal[index] ?? latinStrata(size, stream, { held });
    const places = randomStream(seed, `${tag}/places/${name}`);
    const column = new Float64Array(size);
    column.set(held);
    for (let row = held.length; row < size; row++) {
      const u = scramble ? places(row) : 0.5;
      column[row] = inStratum(strata[row - held.length] as number, size, { u });
    }
    return column;
  });
}

/** Adds rows to a design in the best way the options ask for. */
function extendedWell(old: readonly Float64Array[], size: number, task: Task): Float64Array[] {
  const first = old[0]?.length ?? 0;
  const tag = first === 0 ? "latinHypercube" : `latinHypercube/${size}`;
  const candidate = (attempt: number) => {
    return extended(old, size, { ...task, tag: attempt === 0 ? tag : `${tag}/candidate ${attempt}` });
  };
  let best = candidate(0);
  if (task.optimization === "random-cd") {
    const random = randomStream(task.seed, `${tag}/exchanges`);
    lowerDiscrepancy(best, { random, first, parts: task.strength === 2 ? Math.round(Math.sqrt(size)) : 1 });
  } else if (task.optimization === "maximin") {
    let distance = minDistance(best);
    for (let attempt = 1; attempt < task.candidates; attempt++) {
      const other = candidate(attempt);
      const otherDistance = minDistance(other);
      if (otherDistance > distance) [best, distance] = [other, otherDistance];
    }
  }
  return best;
}

function checkOptions({
  scramble,
  strength,
  optimization,
  candidates,
  nestedFrom,
}: LatinHypercubeOptions): void {
  if (strength !== 1 && strength !== 2)
    throw new RangeError(`strength must be 1 or 2, got ${String(strength)}`);
  if (![undefined, "random-cd", "maximin"].includes(optimization)) {
    throw new RangeError(`optimization must be "random-cd" or "maximin", got ${String(optimization)}`);
  }
  for (const [name, count] of Object.entries({ candidates, nestedFrom })) {
    if (count !== undefined && !(Number.isSafeInteger(count) && count > 0)) {
      throw new RangeError(`${name} must be a whole number, 1 or more, got ${String(count)}`);
    }
  }
  if (nestedFrom !== undefined && (strength === 2 || scramble === false)) {
    throw new RangeError("A design with strength 2 or scramble: false cannot be extended with nestedFrom");
  }
}

function firstSize(n: number, nestedFrom: number | undefined): number {
  if (nestedFrom === undefined) return n;
  const doublings = Math.log2(n / nestedFrom);
  if (Number.isInteger(doublings) && doublings >= 0) return nestedFrom;
  throw new RangeError(
    `With nestedFrom: ${nestedFrom}, n must be ${nestedFrom} times 1, 2, 4, 8, …, got ${n}`,
  );
}

/**
 * A Latin hypercube (McKay, Beckman and Conover 1979): in every column, each of `n` equal strata of [0, 1) holds one
 * point. A design depends on the seed, `n` and the declared columns: fewer rows of it are not a Latin hypercube, and
 * `nestedFrom` is the way to extend one. Without `optimization`, a column does not change with the others.
 *
 * @returns A method for `sample`; it throws a `RangeError` when the number of rows or columns does not fit `strength`
 * or `nestedFrom`.
 * @throws {RangeError} When an option is not one of the values it may have.
 * @example
 * ```ts
 * const columns = { camera_height: uniform(0, 4), relative_camera_yaw_deg: uniform(-30, 30) };
 * const half = sample(columns, 4, { seed: 42, method: latinHypercube() });
 * half.array("camera_height"); // [0.5141…, 2.3460…, 3.7341…, 1.1965…]
 * const whole = sample(columns, 8, { seed: 42, method: latinHypercube({ nestedFrom: 4 }) });
 * whole.get("camera_height", 0) === half.get("camera_height", 0); // true
 * const method = latinHypercube({ strength: 2 });
 * sample(columns, 50, { seed: 42, method }); // throws RangeError: With strength 2, n must be the square of a prime …
 * ```
 */
export function latinHypercube({
  scramble = true,
  strength = 1,
  optimization,
  candidates = 20,
  nestedFrom,
}: LatinHypercubeOptions = {}): SamplingMethod {
  checkOptions({ scramble, strength, optimization, candidates, nestedFrom });
  return {
    kind: "latinHypercube",
    isExtensible: false,
    args: {
      scramble,
      strength,
      ...(optimization === undefined ? {} : { optimization }),
      ...(optimization === "maximin" ? { candidates } : {}),
      ...(nestedFrom === undefined ? {} : { nestedFrom }),
    },
    streams: ({ columns, n, seed }) => {
      const task = {
        names: columns.map(({ name }) => name),
        seed,
        scramble,
        strength,
        optimization,
        candidates,
      };
      let size = firstSize(n, nestedFrom);
      let design = extendedWell([], size, task);
      while (size < n) {
        size *= 2;
        design = extendedWell(design, size, task);
      }
      return design.map(streamOf);
    },
  };
}
