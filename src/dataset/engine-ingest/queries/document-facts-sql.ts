import type { Dialect } from "../../../engine/dialect/dialect.ts";
import type { LabelPlan } from "./label-plan.ts";

/** What `documentFactsSql` tells of a label file. */
export interface DocumentFacts {
  file: string;
  job_id: string;
  place: number;
  /** Whether the file is for the JavaScript readers; the rest is null then. */
  odd: boolean;
  frames: number | null;
  annotations: number | null;
  fov_sum: number | null;
  fov_count: number | null;
  occlusion_sum: number | null;
  occlusion_count: number | null;
}

/** The query of {@link DocumentFacts}, a row for each file of `staged`, in no order. */
export function documentFactsSql(dialect: Dialect, plan: LabelPlan): string {
  throw new Error(`${dialect.name} ${plan.fits}`);
}
