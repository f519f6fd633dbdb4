import * as z from "zod";

/** One estimate of samples per job, in the order of the request. */
export const ESTIMATE: z.ZodType<number[]> = z.array(z.int().min(1));
