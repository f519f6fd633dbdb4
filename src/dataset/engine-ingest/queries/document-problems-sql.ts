import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelPlan } from "./label-plan.ts";

/** A problem of a file that is not odd: a field that is left out because it is nested. */
export interface DocumentProblem {
  file: string;
  job_id: string;
  /** The number of the file, and that of the problem among those of the file: problems are listed in this order. */
  place: number;
  number: number;
  path: string;
  problem: "unread_field";
  message: string;
}

/**
 * The query of {@link DocumentProblem}, over `staged` and `odd_jobs`, in no order.
 *
 * @returns Null where the plan leaves out nothing.
 */
export function documentProblemsSql(dialect: Dialect, plan: LabelPlan): string | null {
  throw new Error(`${dialect.name} ${plan.fits}`);
}
