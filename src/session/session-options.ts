import type { ApiClientOptions } from "../api/api-client-options.ts";
import type { RequestOptions } from "../api/endpoints/request-options.ts";
import type { Seed } from "../design/random/seed-key.ts";
import type { JointRule } from "../params/joint-rule.ts";
import type { SendOptions } from "./submission/submit-jobs.ts";

/** Options of `Session.connect`. */
export interface SessionOptions extends ApiClientOptions, RequestOptions {
  /** The name of the generator that the session is for. */
  generator: string;
  /** Rules over several parameters that jobs must keep, beside those of the server. @default [] */
  rules?: readonly JointRule[] | undefined;
  /** The folder in which submissions are noted before they are sent. @default the user's state folder */
  journal?: string | undefined;
}

/** Options of random values. */
export interface RandomOptions {
  /** Decides every value. */
  seed: Seed;
  /** The row number of a single job, so that a loop of calls does not repeat itself. @default 0 */
  row?: number | undefined;
}

/** Options of `session.estimateSamples`. */
export interface EstimateOptions extends RequestOptions {
  /** Whether the jobs are previews. @default false */
  isPreview?: boolean | undefined;
}

/** Options of `session.submit`. */
export interface SubmitOptions extends EstimateOptions, SendOptions {
  /** A name for the batch, at most 66 characters. @default "" */
  batchName?: string | undefined;
  /**
   * Whether the name is sent with a suffix by which the batch is found again when the answer is lost. Without, it is told
   * by its time and its jobs.
   * @default true
   */
  tagName?: boolean | undefined;
}

/** A batch in the list of a session. */
export interface BatchListing {
  batch_id: string;
  name: string | null;
  created: Date;
}
