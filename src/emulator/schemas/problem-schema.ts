import * as z from "zod";

/** Why a request was turned down. */
export const PROBLEM: z.ZodType<{ detail: string }> = z.object({ detail: z.string().min(1) });
