import * as z from "zod";
import type { CannedReply, Fault, FaultPlan, FaultRule, JsonEdit } from "./fault.ts";

const COUNT = z.int().min(0);
const POSITIVE = z.int().min(1);
const NAMES = z.string().regex(/^[!#$%&'*+.^_`|~\w-]+$/, "must be the name of a header");
const VALUES = z.string().regex(/^[\t\x20-\x7e\x80-\xff]*$/, "must be the value of a header");
const HEADERS = z.record(NAMES, VALUES);
const HEADER_EDITS = z.record(NAMES, VALUES.nullable());
/** Longer timers fire at once. */
const MILLISECONDS = z
  .number()
  .min(0)
  .max(2 ** 31 - 1);

const REPLY: z.ZodType<CannedReply> = z.strictObject({
  status: z.int().min(200).max(599).optional(),
  headers: HEADERS.optional(),
  body: z.unknown().optional(),
  times: POSITIVE.optional(),
  gzip: z.boolean().optional(),
});

const ACTIONS = ["set", "omit", "first", "reverse", "hideForMs"] as const;

const EDIT: z.ZodType<JsonEdit> = z
  .strictObject({
    path: z.string(),
    set: z.unknown().optional(),
    omit: z.literal(true).optional(),
    first: COUNT.optional(),
    reverse: z.literal(true).optional(),
    hideForMs: z.number().min(0).optional(),
  })
  .refine((edit) => ACTIONS.filter((action) => edit[action] !== undefined).length === 1, {
    message: `must have one of ${ACTIONS.join(", ")}`,
  });

const FAULT: z.ZodType<Fault> = z
  .strictObject({
    requestHeaders: HEADER_EDITS.optional(),
    reply: REPLY.optional(),
    drop: z.boolean().optional(),
    accept: z.boolean().optional(),
    delayMs: MILLISECONDS.optional(),
    expireAddress: z.boolean().optional(),
    headers: HEADER_EDITS.optional(),
    clockSkewMs: z.number().optional(),
    json: z.array(EDIT).optional(),
    flipByte: COUNT.optional(),
    trickle: z.strictObject({ bytes: POSITIVE, everyMs: MILLISECONDS }).optional(),
    stop: z.strictObject({ afterBytes: COUNT, by: z.enum(["reset", "close", "silence"]) }).optional(),
    noLength: z.boolean().optional(),
  })
  .refine(({ reply, drop }) => !(reply && drop), { path: ["drop"], message: "cannot be combined with reply" })
  .refine(({ reply, drop, accept }) => !accept || reply !== undefined || drop, {
    path: ["accept"],
    message: "is for reply or drop only",
  });

const RULE: z.ZodType<FaultRule> = z.strictObject({
  method: z
    .string()
    .regex(/^[A-Z]+$/, "must be in capitals")
    .optional(),
  path: z.string().regex(/^[/*]/, "must begin with / or *"),
  at: z.array(POSITIVE).min(1).optional(),
  perPath: z.boolean().optional(),
  fault: FAULT,
});

const PLAN: z.ZodType<FaultPlan> = z.array(RULE);

/**
 * Checks a fault plan.
 *
 * @throws TypeError that names the rule, counted from 0, and the field of everything that is wrong.
 */
export function readFaultPlan(plan: unknown): FaultPlan {
  const result = PLAN.safeParse(plan);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path: [rule, ...field], message }) => {
    if (rule === undefined) return message;
    return [`rule ${String(rule)}`, ...(field.length > 0 ? [field.join(".")] : []), message].join(": ");
  });
  throw new TypeError(`Cannot read fault plan: ${problems.join("; ")}`);
}
