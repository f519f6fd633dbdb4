import * as z from "zod";
import type { JobRunData, JobRunSummary } from "../../api/wire-types.ts";
import { PARAM_VALUE } from "./generator-schema.ts";

const SUMMARY = z.object({
  id: z.uuid(),
  name: z.string(),
  in_progress: z.boolean(),
  result_url: z.url().nullable(),
});

const DATA = SUMMARY.extend({
  is_preview: z.boolean(),
  param_values: z.record(z.string(), PARAM_VALUE),
});

const LISTED = DATA.extend({ batch_id: z.uuid() });

/** The state of a job, as batch summaries have it. */
export const JOB_SUMMARY: z.ZodType<JobRunSummary> = SUMMARY;

/** A job with its parameters, as batches have it. */
export const JOB: z.ZodType<JobRunData> = DATA;

/** A job with its parameters and its batch, as lists of jobs have it. */
export const LISTED_JOB: z.ZodType<JobRunData> = LISTED;

/** A list of jobs. */
export const JOB_LIST: z.ZodType<JobRunData[]> = z.array(LISTED_JOB);
