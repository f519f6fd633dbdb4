import type { ColumnTable } from "arquero";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkCount } from "../check-count.ts";
import { streamOf } from "../methods/draw-points.ts";
import type { SamplingMethod } from "../methods/sampling-method.ts";
import { remember } from "../plans/provenance.ts";
import { checkSeed, type Seed } from "../random/seed-key.ts";
import { type SampleColumns, sample } from "../sample.ts";
import { closedDistribution, LARGEST_SHARE } from "./closed-distribution.ts";
import { morrisPoints } from "./morris-points.ts";
import { isStudied, needStudiedColumns } from "./studied-columns.ts";

/** Options of {@link morris}. */
export interface MorrisOptions {
  /** Decides every trajectory. The same seed gives the same design everywhere. */
  seed: Seed;
  /** The number of different values of a parameter, even; choices and whole numbers may have fewer. @default 4 */
  levels?: number | undefined;
}

function morrisMethod(points: ReadonlyMap<string, Float64Array>): SamplingMethod {
  return {
    kind: "morris",
    isExtensible: false,
    args: {},
    streams: ({ columns, n }) =>
      columns.map(({ name }) => {
        const column = points.get(name) ?? new Float64Array(n);
        return streamOf(column.map((u) => Math.min(u, LARGEST_SHARE)));
      }),
  };
}

/**
 * Morris's design for elementary effects, which `sensitivity` computes from the jobs: few jobs that tell which of many
 * parameters matter at all. Each trajectory starts anywhere on a grid and moves one parameter after the other, in random
 * order, by more than half of its range, up or down (Morris 1991, step `levels / (2 (levels - 1))`). A design of more
 * trajectories begins with those of a smaller one.
 *
 * The grid divides shares of a distribution evenly, from 0, its least value, to 1, its greatest (of a distribution that
 * comes near to its upper bound, the value at 1 - 2^-53; of `uniform`, the bound). So the distributions must have bounds.
 * Columns that are constant or derived are no parameters: they cost no jobs, derived ones follow the parameters.
 *
 * @param columns A distribution, or `derive(…)`, for each column.
 * @param trajectories The number of trajectories, each of which costs as many jobs as there are parameters, and 1. 10 to 50
 * are usual.
 * @returns A table of `trajectories * (parameters + 1)` jobs.
 * @throws {TypeError} When the seed is left out, an option is unknown, no column varies, or a column is neither a distribution nor derived.
 * @throws {RangeError} When `trajectories` is not a whole number, 0 or more, `levels` is not even, or a distribution has
 * no bounds.
 * @example
 * ```ts
 * const design = morris({ camera_height: uniform(0.1, 2.75), num_reps: integers(1, 10) }, 20, { seed: 42 });
 * design.numRows(); // 60
 * ```
 */
export function morris(columns: SampleColumns, trajectories: number, options: MorrisOptions): ColumnTable {
  const { seed, levels = 4 } = options ?? {};
  checkOptionNames(options ?? {}, ["seed", "levels"]);
  checkCount("trajectories", trajectories);
  checkSeed(seed);
  if (!Number.isSafeInteger(levels) || levels < 2 || levels % 2 !== 0) {
    throw new RangeError(`levels must be an even number, 2 or more, got ${String(levels)}`);
  }
  const names = needStudiedColumns(columns, "morris");
  const points = morrisPoints(names, { trajectories, levels, seed });
  const closed = Object.entries(columns).map(([name, column]) => {
    const isParameter = column !== null && typeof column === "object" && "quantile" in column;
    return [name, isParameter && isStudied(column) ? closedDistribution(column, name) : column];
  });
  const design = sample(Object.fromEntries(closed), trajectories * (names.length + 1), {
    seed,
    method: morrisMethod(new Map(names.map((name, i) => [name, points[i] as Float64Array]))),
  });
  return remember(design, { op: "morris", columns: { ...columns }, trajectories, seed, levels });
}
