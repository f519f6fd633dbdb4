import type { ColumnTable } from "arquero";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkCount } from "../check-count.ts";
import { drawPoints } from "../methods/draw-points.ts";
import { JOE_KUO } from "../methods/joe-kuo.ts";
import type { PointStream, SamplingMethod } from "../methods/sampling-method.ts";
import { sobol } from "../methods/sobol.ts";
import { remember } from "../plans/provenance.ts";
import { checkSeed, type Seed } from "../random/seed-key.ts";
import { type SampleColumns, sample } from "../sample.ts";
import { isFromB, type SaltelliLayout, saltelliBlockSize } from "./saltelli-layout.ts";
import { isStudied, needStudiedColumns } from "./studied-columns.ts";

/** Options of {@link saltelli}. */
export interface SaltelliOptions {
  /** Decides the scrambling. The same seed gives the same design everywhere. */
  seed: Seed;
  /** Adds the rows that indices of pairs of parameters need: nearly twice as many jobs. @default false */
  secondOrder?: boolean | undefined;
  /**
   * Scrambles the sequence by the seed. Without it, the seed changes nothing, and the first two blocks are the same
   * job over and over: the lower end of every parameter, then the middle.
   * @default true
   */
  scramble?: boolean | undefined;
}

/** Keys the scrambling of B; no column of a table can be expected to have a name like it. */
const OF_B = "\u0000B/";
const MOST = JOE_KUO.length / 2;

function saltelliMethod(
  blocks: number,
  layout: SaltelliLayout,
  { scramble }: { scramble: boolean },
): SamplingMethod {
  const size = saltelliBlockSize(layout);
  return {
    kind: "saltelli",
    isExtensible: false,
    args: { scramble },
    streams: ({ columns, seed }) => {
      const studied = columns.filter(({ distribution }) => isStudied(distribution));
      const ofB = studied.map((column) => ({ ...column, name: OF_B + column.name }));
      const drawn = drawPoints(sobol({ scramble }), { columns: [...studied, ...ofB], n: blocks, seed });
      return columns.map((column): PointStream => {
        const parameter = studied.indexOf(column);
        if (parameter < 0) return (points) => points.fill(0);
        const a = drawn[parameter] as Float64Array;
        const b = drawn[parameter + studied.length] as Float64Array;
        return (points, first) => {
          for (let i = 0; i < points.length; i++) {
            const place = (first + i) % size;
            const source = isFromB(place, parameter, layout) ? b : a;
            points[i] = source[(first + i - place) / size] as number;
          }
        };
      });
    },
  };
}

/**
 * Saltelli's design for Sobol' indices, which `sensitivity` computes from the jobs: how much of an outcome's variance
 * each parameter explains, alone and together with others. For each base row it makes a block of jobs: A, then A with
 * one parameter after the other taken from B, with `secondOrder` also B with one after the other taken from A, then B.
 * A and B are halves of a Sobol sequence of twice as many dimensions; A is what `sample` makes by `sobol()`
 * (Saltelli 2002; Saltelli et al. 2010; order of rows and dimensions as in SALib). A longer design begins with the
 * blocks of a shorter one.
 *
 * Columns that are constant or derived are no parameters: they cost no jobs, derived ones follow the parameters.
 * Any distribution will do; whole numbers and choices are spread by their inverse distribution functions.
 *
 * @param columns A distribution, or `derive(…)`, for each column.
 * @param n The number of base rows, each of which costs as many jobs as there are parameters, and 2. A power of 2 is best,
 * for which the sequence is balanced; any other number works.
 * @returns A table of `n * (parameters + 2)` jobs, with `secondOrder` `n * (2 * parameters + 2)`.
 * @throws {TypeError} When the seed is left out, an option is unknown, no column varies, or a column is neither a distribution nor derived.
 * @throws {RangeError} When `n` is not a whole number, 0 or more, or there are more than 32 parameters.
 * @example
 * ```ts
 * const design = saltelli({ camera_height: uniform(0.1, 2.75), num_reps: integers(1, 10) }, 64, { seed: 42 });
 * design.numRows(); // 256
 * ```
 */
export function saltelli(columns: SampleColumns, n: number, options: SaltelliOptions): ColumnTable {
  const { seed, secondOrder = false, scramble = true } = options ?? {};
  checkOptionNames(options ?? {}, ["seed", "secondOrder", "scramble"]);
  checkCount("n", n);
  checkSeed(seed);
  const parameters = needStudiedColumns(columns, "saltelli").length;
  if (parameters > MOST) {
    throw new RangeError(
      `saltelli() takes at most ${MOST} parameters, two dimensions of the Sobol sequence for each, got ${parameters}: ` +
        "find those that matter by morris(), and hold the others by constant()",
    );
  }
  const layout = { parameters, secondOrder };
  const method = saltelliMethod(n, layout, { scramble });
  const design = sample(columns, n * saltelliBlockSize(layout), { seed, method });
  return remember(design, { op: "saltelli", columns: { ...columns }, n, seed, secondOrder, scramble });
}
