import { z } from "zod";
import { ULID_PATTERN } from "../../util/ulid.ts";

/**
 * How a submission stands: `sending`, begun and not answered; `accepted`, there is a batch; `refused`, surely not carried
 * out; `unknown`, it may have been carried out.
 */
export type SubmissionState = "sending" | "accepted" | "refused" | "unknown";

/** What the journal keeps of one submission. It holds no token, and nothing made from one. */
export interface SubmissionEntry {
  format_version: 1;
  /** A ULID; its time is when the first attempt began, by the server's clock. */
  submissionId: string;
  /** The name that was sent, with the suffix. */
  sentName: string;
  /** The name that the user gave. */
  batchName: string;
  /** The name of the generator. */
  generator: string;
  isPreview: boolean;
  jobCount: number;
  /** The parameters that were sent. */
  paramNames: string[];
  /** The SHA-256 hash of the generator, the kind of jobs, and every value. */
  paramsHash: string;
  server: string;
  /** When the latest attempt began, by the server's clock: ISO 8601. */
  startedAt: string;
  /** The process that made the latest attempt, and its machine. */
  pid: number;
  host: string;
  /** From 1; higher where an unknown submission was sent again on demand. */
  attempt: number;
  /** The design row of each job, where they are not 0, 1, 2, … */
  designRows?: number[] | undefined;
  state: SubmissionState;
  /** The batch, once it is accepted. */
  batchId?: string | undefined;
  /** Why it was refused, or is unknown. */
  reason?: string | undefined;
}

/** The format of a journal file. */
export const submissionEntrySchema: z.ZodType<SubmissionEntry> = z.object({
  format_version: z.literal(1),
  submissionId: z.string().regex(new RegExp(`^${ULID_PATTERN}$`)),
  sentName: z.string(),
  batchName: z.string(),
  generator: z.string().min(1),
  isPreview: z.boolean(),
  jobCount: z.int().min(1),
  paramNames: z.array(z.string()),
  paramsHash: z.string().regex(/^[0-9a-f]{64}$/),
  server: z.url(),
  startedAt: z.iso.datetime(),
  pid: z.int().min(0),
  host: z.string(),
  attempt: z.int().min(1),
  designRows: z.array(z.int().min(0)).optional(),
  state: z.enum(["sending", "accepted", "refused", "unknown"]),
  batchId: z.string().min(1).optional(),
  reason: z.string().optional(),
});
