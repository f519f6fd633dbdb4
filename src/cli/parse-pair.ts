import { UsageError } from "./usage-error.ts";

/**
 * The name and the value of `name=value`.
 *
 * @throws {UsageError} When there is no name, or no `=`.
 */
export function parsePair(option: string, text: string): [name: string, value: string] {
  const at = text.indexOf("=");
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new UsageError(`--${option} must be a name, = and a value, got ${text}`);
}
