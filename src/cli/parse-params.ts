import type { SqlValue } from "../engine/sql-params.ts";
import { parsePair } from "./parse-pair.ts";
import { UsageError } from "./usage-error.ts";

/** A value as JSON has it, or else the text as it is: `5` is a number, `"5"` and `GYM_1` are texts. */
function parseValue(text: string): SqlValue {
  if (/^-?[1-9]\d*$/.test(text) && !Number.isSafeInteger(Number(text))) return BigInt(text);
  try {
    return JSON.parse(text) as SqlValue;
  } catch {
    return text;
  }
}

/**
 * The parameters of a query, of texts `name=value`. Numbers, `true`, `false`, `null` and lists are written as in JSON, all
 * else is text.
 *
 * @throws {UsageError} When one is no such pair, or a name comes twice.
 */
export function parseParams(texts: readonly string[]): Record<string, SqlValue> {
  const params = new Map<string, SqlValue>();
  for (const text of texts) {
    const [name, value] = parsePair("param", text);
    if (params.has(name)) throw new UsageError(`--param ${name} is given twice`);
    params.set(name, parseValue(value));
  }
  return Object.fromEntries(params);
}
