import type { BatchSummaryData } from "../../api/wire-types.ts";
import { type BatchState, batchState } from "./batch-state.ts";

/** How far a batch is. */
export interface BatchProgress extends BatchState {
  /** The time waited so far, in milliseconds. */
  elapsedMs: number;
  /** The time for which no job has ended, in milliseconds. */
  stalledMs: number;
  /** Whether that is as long as `stallNoticeMs`. The jobs may still end. */
  isStalled: boolean;
}

/** Follows a batch from look to look. */
export class ProgressTracker {
  readonly #stallNoticeMs: number;
  readonly #startMs = performance.now();
  #changedMs = this.#startMs;
  #numJobsRemaining = -1;

  constructor(stallNoticeMs: number) {
    this.#stallNoticeMs = stallNoticeMs;
  }

  /** The time since the start, in milliseconds, on a clock that nobody sets. */
  get elapsedMs(): number {
    return performance.now() - this.#startMs;
  }

  /** Takes in what was seen. */
  progress({ job_runs }: BatchSummaryData): BatchProgress {
    const state = batchState(job_runs);
    const { numJobsRemaining } = state;
    if (numJobsRemaining !== this.#numJobsRemaining) this.#changedMs = performance.now();
    this.#numJobsRemaining = numJobsRemaining;
    const stalledMs = performance.now() - this.#changedMs;
    return {
      ...state,
      elapsedMs: this.elapsedMs,
      stalledMs,
      isStalled: numJobsRemaining > 0 && stalledMs >= this.#stallNoticeMs,
    };
  }
}
