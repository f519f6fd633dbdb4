import { redact } from "./redact.ts";

/**
 * A copy of an error and its causes that shows a secret nowhere: names, messages and codes, without stack traces.
 */
export function redactError(error: unknown, secret: string): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error), secret));
  const cause = error.cause === undefined ? undefined : redactError(error.cause, secret);
  const copy = new Error(redact(error.message, secret), cause && { cause });
  copy.name = redact(error.name, secret);
  copy.stack = `${copy.name}: ${copy.message}`;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? copy : Object.assign(copy, { code });
}
