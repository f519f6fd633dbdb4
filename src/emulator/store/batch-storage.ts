import type { JobParams } from "../../api/wire-types.ts";

/** A job as it is kept. */
export interface SavedJob {
  id: string;
  generator: string;
  isPreview: boolean;
  params: JobParams;
  createdMs: number;
  finishMs: number;
  estimate: number;
  randomness: string;
  failed: boolean;
  /** The place of the job among all that the server ever took, from 0. */
  sequence: number;
}

/** How a client marked a submission, so that it can send it again without a second batch. */
export interface SubmissionKey {
  /** What the client sent as `Idempotency-Key`. */
  key: string;
  /** The SHA-256 of what was submitted. */
  digest: string;
}

/** A batch as it is kept. */
export interface SavedBatch {
  id: string;
  /** Stands for the token, which is not kept. */
  owner: string;
  name: string;
  createdMs: number;
  submissionKey?: SubmissionKey | undefined;
  jobs: SavedJob[];
}

/** Keeps batches for a server that starts again. */
export interface BatchStorage {
  /** All batches that were kept, in any order. */
  load(): SavedBatch[];
  /** Keeps a batch, in place of an earlier state of it; it is safe once this returns. */
  save(batch: SavedBatch): void;
}
