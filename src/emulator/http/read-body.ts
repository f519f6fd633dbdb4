import type * as z from "zod";
import { refuse } from "./refusal.ts";

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
