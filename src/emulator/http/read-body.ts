import type * as z from "zod";
import { refuse } from "../refusal.ts";
import { listProblems } from "../validation/list-problems.ts";

/** How much a request may send. */
export interface BodyLimits {
  maxBodyBytes: number;
}

/**
 * Reads the JSON body of a request.
 *
 * @throws Refusal with status 400 for a body that is not JSON or not of the shape, and 413 for one that is too large.
 */
export async function readBody<T>(request: Request, shape: z.ZodType<T>, limits: BodyLimits): Promise<T> {
  const text = await readText(request, limits);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    refuse(400, `Cannot read request body: not valid JSON (${(error as Error).message})`);
  }
  const result = shape.safeParse(body);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
  refuse(400, `Cannot read request body: ${listProblems(issues)}`);
}

async function readText({ headers, body }: Request, { maxBodyBytes }: BodyLimits): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let [text, size] = ["", Number(headers.get("Content-Length") ?? 0)];
  for (let read = 0; size <= maxBodyBytes; size = Math.max(size, read)) {
    const piece = await reader?.read();
    if (!piece || piece.done) return text + decoder.decode();
    read += piece.value.length;
    text += decoder.decode(piece.value, { stream: true });
  }
  refuse(413, `Request body is too large: at most ${maxBodyBytes} bytes are taken; split the batch`);
}
