import { z } from "zod";
import type {
  BatchData,
  BatchListItem,
  BatchSummaryData,
  GeneratorInfo,
  JobRunData,
  UsageData,
} from "./wire-types.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const paramValue = scalar.nullable();

const param = z.looseObject({
  name: z.string(),
  type: z.enum(["str", "bool", "int", "float", "uuid"]),
  default_value: paramValue,
  options: z
    .looseObject({
      min: z.number().optional(),
      max: z.number().optional(),
      choices: z.array(scalar).optional(),
    })
    .nullable(),
});

/** A generator object. */
export const generatorSchema: z.ZodType<GeneratorInfo> = z.looseObject({
  name: z.string(),
  version: z.string(),
  params: z.array(param),
  options: z.looseObject({ preview: z.boolean().optional() }),
});

const jobRunSummary = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  in_progress: z.boolean(),
  result_url: z.string().nullable(),
});

const jobRun = jobRunSummary.extend({
  is_preview: z.boolean(),
  param_values: z.record(z.string(), paramValue),
  batch_id: z.string().optional(),
});

/** A job with its parameters. */
export const jobRunSchema: z.ZodType<JobRunData> = jobRun;

/** The jobs of `GET api/job_previews/` and `GET api/job_runs/`. */
export const jobRunsSchema: z.ZodType<JobRunData[]> = z.array(jobRun);

/** A batch with its jobs. */
export const batchSchema: z.ZodType<BatchData> = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  created: z.string(),
  job_runs: z.array(jobRun),
});

/** A batch light enough to poll. */
export const batchSummarySchema: z.ZodType<BatchSummaryData> = z.looseObject({
  job_runs: z.array(jobRunSummary),
});

const batchList = z.array(
  z.looseObject({ id: z.string(), name: z.string().optional(), created: z.string() }),
);

/** The batches of `GET api/batch/`: all of them, or a page with the address of the next. */
export const batchListSchema: z.ZodType<BatchListItem[] | { results: BatchListItem[]; next: string | null }> =
  z.union([batchList, z.looseObject({ results: batchList, next: z.string().nullable() })]);

/** The generators of `GET api/jobs/`. */
export const generatorsSchema: z.ZodType<GeneratorInfo[]> = z.array(generatorSchema);

/** One estimate of samples per job. */
export const estimateSchema: z.ZodType<number[]> = z.array(z.number());

/** The reply of `GET api/job_runs/counts/`. */
export const usageSchema: z.ZodType<UsageData> = z.looseObject({
  counts_by_generator: z.array(z.looseObject({ name: z.string().optional(), count: z.number().optional() })),
});

/** The reply of the endpoints that submit one job at a time. */
export const jobSubmissionSchema: z.ZodType<{ id: string; batch_id: string }> = z.looseObject({
  id: z.string().min(1),
  batch_id: z.string().min(1),
});
