import * as z from "zod";
import type { RawJob } from "../validation/check-job.ts";
import { refuse } from "./refusal.ts";

const JOB: z.ZodType<RawJob> = z.object({
  name: z.string(),
  is_preview: z.boolean(),
  param_values: z.record(z.string(), z.unknown()),
});

/** The shape of a submission or an estimate of a batch. */
export const BATCH_BODY: z.ZodType<{ name: string; job_runs: RawJob[] }> = z.object({
  name: z.string(),
  job_runs: z.array(JOB).min(1),
});

/** The shape of a submission of a single job, as older clients send it. */
export const SINGLE_BODY: z.ZodType<{
  name: string;
  param_values: Record<string, unknown>;
  batch_id?: string | null | undefined;
}> = z.object({
  name: z.string(),
  param_values: z.record(z.string(), z.unknown()),
  batch_id: z.string().nullish(),
});

/**
 * Reads the JSON body of a request.
 *
 * @throws Refusal with status 400 for a body that is not JSON or not of the shape.
 */
export async function readBody<T>(request: Request, shape: z.ZodType<T>): Promise<T> {
  const text = await request.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    refuse(400, `Cannot read request body: not valid JSON (${(error as Error).message})`);
  }
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  refuse(400, `Cannot read request body: ${issues.join("; ")}`);
}
