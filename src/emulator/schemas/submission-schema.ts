import * as z from "zod";
import type { RawJob } from "../validation/check-job.ts";

/** A job of a batch, before its parameters are checked against its generator. */
export const JOB_SUBMISSION: z.ZodType<RawJob> = z.object({
  name: z.string(),
  is_preview: z.boolean(),
  param_values: z.record(z.string(), z.unknown()),
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
  param_values: z.record(z.string(), z.unknown()),
  batch_id: z.string().nullish(),
});
