import type { Dialect } from "../../../engine/dialect/dialect.ts";

/** What `motionFactsSql` tells of a file of motion samples. */
export interface MotionFacts {
  file: string;
  job_id: string;
  place: number;
  /** Whether the file is for the JavaScript reader; `samples` is null then. */
  odd: boolean;
  samples: number | null;
}

/** The query of {@link MotionFacts}, a row for each file of `staged_motion`, in no order. */
export function motionFactsSql(dialect: Dialect): string {
  return `SELECT file, job_id, place, odd, ${dialect.length("lines")} AS samples FROM staged_motion`;
}
