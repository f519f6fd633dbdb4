import { redact } from "./redact.ts";

/**
 * A copy of an error and its causes that shows no secret: names, messages and codes, without stack traces.
 */
export function redactError(error: unknown, secrets: readonly string[]): Error {
  if (!(error instanceof Error)) return new Error(redact(String(error), secrets));
  const cause = error.cause === undefined ? undefined : redactError(error.cause, secrets);
  const copy = new Error(redact(error.message, secrets), cause && { cause });
  copy.name = redact(error.name, secrets);
  copy.stack = `${copy.name}: ${copy.message}`;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? copy : Object.assign(copy, { code });
}
