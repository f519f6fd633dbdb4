import * as z from "zod";
import type { UsageData } from "../../api/wire-types.ts";

/** How many jobs ran in a span of time, by generator. */
export const USAGE: z.ZodType<UsageData> = z.object({
  counts_by_generator: z.array(z.object({ name: z.string(), count: z.int().min(0) })),
});
