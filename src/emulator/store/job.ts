import type { JobParams } from "../../api/wire-types.ts";
import type { GeneratorModel } from "../generators/generator-model.ts";
import type { SubmissionKey } from "./batch-storage.ts";

/** A job that somebody wants to submit: checked, complete, not yet known to the server. */
export interface JobDraft {
  model: GeneratorModel;
  isPreview: boolean;
  /** Every parameter of the generator, defaults filled in. */
  params: JobParams;
}

/** A job that was submitted. */
export interface Job extends JobDraft {
  id: string;
  batchId: string;
  /** Clock times in milliseconds. */
  createdMs: number;
  finishMs: number;
  /** Samples deducted at submission. */
  estimate: number;
  /** Whether the job finishes without a result. */
  failed: boolean;
  /** The place of the job among all that the server ever took, from 0. */
  sequence: number;
  /** Key of the scene layout and placement that the parameters do not say. */
  randomness: string;
}

/** A batch that was submitted. */
export interface Batch {
  id: string;
  name: string;
  createdMs: number;
  submissionKey?: SubmissionKey | undefined;
  jobs: Job[];
}
