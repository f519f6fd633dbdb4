import { createHash } from "node:crypto";

/** The key of a missing value, as every engine knows it. */
export const MISSING_KEY = "__HIVE_DEFAULT_PARTITION__";

const PLAIN = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** Words that an engine reads as a number, a truth value, a date or nothing. */
const READ_OTHERWISE = new Set(
  "nan inf infinity true false t f yes no y n on off null none nil na nat epoch now today tomorrow yesterday".split(
    " ",
  ),
);

/** Beyond this, a name of a folder might be too long for a file system. */
const LONGEST = 120;

/**
 * The text that stands for a value in the name of a partition's folder, `<column>=<key>`. Every engine reads it back as
 * the same string, whatever it takes numbers, dates and truth values for, and different texts have different keys.
 * Words of Latin letters, digits, `_` and `-` that begin with a letter stay as they are; others get a `_` in front and
 * their odd characters become `-x<hex>-`. A long text is cut and ends in a hash.
 *
 * @example
 * ```ts
 * partitionKey("GYM_1"); // "GYM_1"
 * partitionKey(0.5); // "_0-x2e-5"
 * partitionKey("true"); // "_true"
 * partitionKey(null); // "__HIVE_DEFAULT_PARTITION__"
 * ```
 */
export function partitionKey(value: unknown): string {
  if (value === null || value === undefined) return MISSING_KEY;
  const text = textOf(value);
  if (typeof value === "string" && PLAIN.test(text) && !READ_OTHERWISE.has(text.toLowerCase())) {
    return shortened(text, text);
  }
  return shortened(`_${escaped(text).replace(/^_/, "-x5f-")}`, text);
}

/** The name of a partition column as part of a folder's name. */
export function partitionName(column: string): string {
  return shortened(escaped(column), column);
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9_]/gu, (character) => `-x${character.codePointAt(0)?.toString(16)}-`);
}

function shortened(key: string, text: string): string {
  if (key.length <= LONGEST) return key;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return `_${key.slice(0, LONGEST).replace(/^_/, "")}-x-${hash}`;
}
