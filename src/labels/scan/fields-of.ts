import { BACKSLASH, COMMA, QUOTE } from "./characters.ts";
import { decodeSlice } from "./decode-slice.ts";
import { skipSpace } from "./skip-space.ts";
import { skipString } from "./skip-string.ts";
import { skipKey, skipValue } from "./skip-value.ts";

/** A field of an object in a file. */
export interface FieldPlace {
  name: string;
  /** Where its name starts. */
  start: number;
  valueStart: number;
  end: number;
}

/**
 * The fields of an object that is known to be JSON; none where a name is there twice or has escapes.
 *
 * @param start Where the object starts.
 */
export function fieldsOf(bytes: Uint8Array, start: number): FieldPlace[] {
  const fields: FieldPlace[] = [];
  const names = new Set<string>();
  let at = skipSpace(bytes, start + 1);
  while (bytes[at] === QUOTE) {
    const nameEnd = skipString(bytes, at) - 1;
    if (bytes.subarray(at, nameEnd).includes(BACKSLASH)) return [];
    const name = decodeSlice(bytes, at + 1, nameEnd);
    if (names.has(name)) return [];
    names.add(name);
    const valueStart = skipKey(bytes, at);
    const end = skipValue(bytes, valueStart);
    fields.push({ name, start: at, valueStart, end });
    at = skipSpace(bytes, end);
    if (bytes[at] === COMMA) at = skipSpace(bytes, at + 1);
  }
  return fields;
}
