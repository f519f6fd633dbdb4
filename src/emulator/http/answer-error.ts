import type { Context } from "hono";
import { Refusal } from "../refusal.ts";

/** Answers what a route throws: a refusal with its status, anything else with 500. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof Refusal) return c.json({ detail: error.message }, error.status);
  return c.json({ detail: `Internal error: ${error.message}` }, 500);
}
