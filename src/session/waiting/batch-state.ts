import type { JobRunSummary } from "../../api/wire-types.ts";
import { jobStatus } from "../jobs.ts";

/** How many jobs of a batch are in which state. */
export interface BatchState {
  readonly numJobs: number;
  readonly numJobsRemaining: number;
  /** The jobs that ended without a result. */
  readonly numJobsFailed: number;
}

/** Counts the states of a batch's jobs. */
export function batchState(runs: readonly JobRunSummary[]): BatchState {
  const states = runs.map(jobStatus);
  const count = (wanted: string): number => states.filter((state) => state === wanted).length;
  return { numJobs: runs.length, numJobsRemaining: count("in_progress"), numJobsFailed: count("failed") };
}
