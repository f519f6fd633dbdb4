import { SQL_LIMIT_NAMES, type SqlLimits } from "../../engine/sql.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import type { Resolution } from "./box-query.ts";

/** Options of `labelStatistics`, beside limits of its queries and a signal that stops them. */
export interface LabelStatisticsOptions extends SqlLimits {
  /** Columns of `jobs`, such as parameters, by which results are grouped. @default none */
  by?: string | readonly string[];
  /**
   * The categories whose annotations count in sizes, positions, occlusion and field of view.
   * @default "person", or all categories where the dataset has no person
   */
  categories?: string | readonly string[];
  /** The number of bins of the distributions of relative size, occlusion and field of view. @default 20 */
  bins?: number;
  /** The number of columns and of rows of the grid of positions. @default 16 */
  grid?: number;
}

/** Options of `labelStatistics`, checked. */
export interface CheckedLabelOptions extends Resolution {
  readonly by: readonly string[];
  /** Null where they depend on whether there is a person. */
  readonly categories: readonly string[] | null;
  readonly limits: SqlLimits;
}

const MOST_BINS = 1000;

/**
 * Checks options.
 *
 * @throws {TypeError} When there is an option of another name.
 * @throws {RangeError} When a number of bins is not a whole number from 1 to 1000, or there is no category.
 */
export function checkedOptions(options: LabelStatisticsOptions): CheckedLabelOptions {
  checkOptionNames(options, ["by", "categories", "bins", "grid", ...SQL_LIMIT_NAMES]);
  const { by = [], categories, bins = 20, grid = 16, ...limits } = options;
  for (const [name, count] of Object.entries({ bins, grid })) {
    if (Number.isInteger(count) && count >= 1 && count <= MOST_BINS) continue;
    throw new RangeError(`${name} must be a whole number from 1 to ${MOST_BINS}, got ${count}`);
  }
  const counted = categories === undefined ? null : listOf(categories);
  if (counted?.length === 0) throw new RangeError("categories must have at least one name");
  return { by: listOf(by), categories: counted, bins, grid, limits };
}

function listOf(names: string | readonly string[]): readonly string[] {
  return typeof names === "string" ? [names] : names;
}
