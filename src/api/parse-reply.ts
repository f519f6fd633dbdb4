import type { z } from "zod";
import { redact } from "../util/redact.ts";
import { ResponseSchemaError } from "./errors/response-schema-error.ts";
import { UnexpectedContentTypeError } from "./errors/unexpected-content-type-error.ts";
import { snippet } from "./transport/error-detail.ts";

/** What {@link parseReply} needs to know. */
export interface ParseReplyContext<T> {
  /** Method and path, for errors. */
  what: string;
  /** What the reply says it is. */
  type: string | null;
  schema: z.ZodType<T>;
  secrets: readonly string[];
}

/**
 * Reads a reply. Unknown fields are kept, and nothing is converted.
 *
 * @throws {UnexpectedContentTypeError} When it is not JSON, and does not say that it is.
 * @throws {ResponseSchemaError} When it is JSON of another shape, or broken.
 */
export function parseReply<T>(text: string, { what, type, schema, secrets }: ParseReplyContext<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    if (type?.includes("json")) {
      const message = text === "" ? "it is empty" : "it is not JSON, or ends too early";
      throw new ResponseSchemaError(what, [{ path: "", message }]);
    }
    const shown = redact(snippet(text, type) || `nothing (${type ?? "no content type"})`, secrets);
    throw new UnexpectedContentTypeError(`${what} answered something else than JSON: ${shown}`, type);
  }
  const reply = schema.safeParse(json);
  if (reply.success) return reply.data;
  const issues = reply.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new ResponseSchemaError(what, issues);
}
