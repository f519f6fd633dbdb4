import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelPlan } from "./label-plan.ts";

/**
 * The query of `staged`: a row for each label file, from `documents` (the files, read with `documentColumns`) and
 * `sources`, which has `file`, `job_id`, `camera` and `place`, the number of the file in the order of the rows.
 *
 * @param options `ordered`: whether rows are laid out by job, which they must be where jobs have several label files.
 */
export function stagedSql(dialect: Dialect, plan: LabelPlan, options: { ordered: boolean }): string {
  throw new Error(`${dialect.name} ${plan.fits} ${options.ordered}`);
}
