import { standardDeviation } from "simple-statistics";
import { commonLength } from "../../design/diagnostics/common-length.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkOutcomes } from "./check-outcomes.ts";

/** Options of {@link morrisEffects}. */
export interface MorrisEffectsOptions {
  /**
   * Measures each effect in standard deviations (n): those of the parameter for each of the outcome, both within the
   * trajectory (Sin and Gernaey 2009). It makes effects on different outcomes comparable. @default false
   */
  scaled?: boolean | undefined;
}

/** The parameter that changes from a row to the next. */
function moved(points: readonly ArrayLike<number>[], row: number): number {
  const changed = points.flatMap((column, i) => (column[row] === column[row + 1] ? [] : [i]));
  const [only] = changed;
  if (changed.length === 1 && only !== undefined) return only;
  throw new RangeError(
    `Each step of a trajectory must move one parameter, but ${changed.length} differ between rows ${row} and ${row + 1}`,
  );
}

/** Standard deviations within a trajectory: of a parameter for one of the outcome, or 0 where the outcome stands still. */
function scaleOf(column: ArrayLike<number>, y: ArrayLike<number>, rows: readonly number[]): number {
  const spread = (values: ArrayLike<number>) => standardDeviation(rows.map((row) => values[row] as number));
  const spreadOfOutcome = spread(y);
  return spreadOfOutcome === 0 ? 0 : spread(column) / spreadOfOutcome;
}

/**
 * The elementary effects of a Morris design: by how much the outcome changes for each unit that a parameter is moved
 * (Morris 1991).
 *
 * @param points A column per parameter, from 0 to 1: trajectories of one row more than there are parameters, each step of
 * which moves one of them.
 * @param outcomes The outcome of each row; none may be missing.
 * @returns For each parameter its effects, one of each trajectory.
 * @throws {TypeError} When an option is unknown.
 * @throws {RangeError} When the rows are not such trajectories, columns differ in length, or an outcome is not a finite number.
 * @example
 * ```ts
 * const points = [[0, 0.5, 0.5], [1, 1, 0.5]];
 * morrisEffects(points, [1, 3, 2]); // [Float64Array(1) [4], Float64Array(1) [2]]
 * ```
 */
export function morrisEffects(
  points: readonly ArrayLike<number>[],
  outcomes: ArrayLike<number>,
  options: MorrisEffectsOptions = {},
): Float64Array[] {
  checkOptionNames(options, ["scaled"]);
  const { scaled = false } = options;
  checkOutcomes(outcomes);
  const size = points.length + 1;
  const rows = commonLength([...points, outcomes]);
  if (points.length === 0 || rows % size !== 0) {
    throw new RangeError(`Whole trajectories of ${size} rows are needed, got ${rows} rows`);
  }
  const effects = points.map(() => new Float64Array(rows / size).fill(Number.NaN));
  for (let first = 0; first < rows; first += size) {
    const trajectory = Array.from({ length: size }, (_, step) => first + step);
    for (const row of trajectory.slice(0, -1)) {
      const parameter = moved(points, row);
      const column = points[parameter] as ArrayLike<number>;
      const own = effects[parameter] as Float64Array;
      if (!Number.isNaN(own[first / size])) {
        throw new RangeError(`Parameter ${parameter} is moved twice in the trajectory from row ${first}`);
      }
      const change = (outcomes[row + 1] as number) - (outcomes[row] as number);
      const step = (column[row + 1] as number) - (column[row] as number);
      own[first / size] = (change / step) * (scaled ? scaleOf(column, outcomes, trajectory) : 1);
    }
  }
  return effects;
}
