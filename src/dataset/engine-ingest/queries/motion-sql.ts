import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelPlan } from "./label-plan.ts";

/**
 * The query of `staged_motion`: a row for each file of motion samples, from `motion` (the files, read as texts) and
 * `sources`.
 */
export function stagedMotionSql(dialect: Dialect, plan: LabelPlan): string {
  throw new Error(`${dialect.name} ${plan.fits}`);
}

/** What `motionFactsSql` tells of a file of motion samples. */
export interface MotionFacts {
  file: string;
  job_id: string;
  /** Whether the file is for the JavaScript reader. */
  odd: boolean;
  samples: number | null;
}

/** The query of {@link MotionFacts}, a row for each file of `staged_motion`. */
export function motionFactsSql(dialect: Dialect): string {
  throw new Error(dialect.name);
}

/** The query of the facts of columns of `imu`, over `staged_motion` and `odd_jobs`. */
export function motionColumnFactsSql(dialect: Dialect, plan: LabelPlan): string {
  throw new Error(`${dialect.name} ${plan.fits}`);
}
