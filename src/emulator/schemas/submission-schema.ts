import * as z from "zod";
import { isRecord } from "../../util/is-record.ts";
import type { RawJob } from "../validation/check-job.ts";

/** Taken as it is: a copy would lose a parameter named `__proto__`, which is to be refused like any other. */
const PARAM_VALUES = z.custom<Record<string, unknown>>(isRecord, "Invalid input: expected object");

/** A job of a batch, before its parameters are checked against its generator. */
export const JOB_SUBMISSION: z.ZodType<RawJob> = z.object({
  name: z.string(),
  is_preview: z.boolean(),
  param_values: PARAM_VALUES,
});

/** A submission or an estimate of a batch. */
export const BATCH_SUBMISSION: z.ZodType<{ name: string; job_runs: RawJob[] }> = z.object({
  name: z.string(),
  job_runs: z.array(JOB_SUBMISSION).min(1),
});

/** A submission of a single job, as older clients send it. */
export const SINGLE_SUBMISSION: z.ZodType<{
  name: string;
  param_values: Record<string, unknown>;
  batch_id?: string | null | undefined;
}> = z.object({
  name: z.string(),
  param_values: PARAM_VALUES,
  batch_id: z.string().nullish(),
});
