import * as z from "zod";
import type { BatchData, BatchListItem, BatchSummaryData } from "../../api/wire-types.ts";
import { JOB, JOB_SUMMARY } from "./job-schema.ts";

const ITEM = z.object({
  id: z.uuid(),
  name: z.string(),
  // Older Python clients read neither `Z` nor other numbers of digits.
  created: z.stringFormat("date-time", /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}[+-]\d{2}:\d{2}$/),
});

/** A batch as lists have it. */
export const BATCH_LIST_ITEM: z.ZodType<BatchListItem> = ITEM;

/** A list of batches. */
export const BATCH_LIST: z.ZodType<BatchListItem[]> = z.array(BATCH_LIST_ITEM);

/** A batch with its jobs. */
export const BATCH: z.ZodType<BatchData> = ITEM.extend({ job_runs: z.array(JOB) });

/** A batch that is light enough to poll. */
export const BATCH_SUMMARY: z.ZodType<BatchListItem & BatchSummaryData> = ITEM.extend({
  job_runs: z.array(JOB_SUMMARY),
});
