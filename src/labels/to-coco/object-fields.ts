import { parseLabelJson } from "../json/parse-label-json.ts";
import { writeLabelJson } from "../json/write-label-json.ts";
import type { CocoObject } from "./coco-objects.ts";
import { sameValue } from "./same-value.ts";
import { setField } from "./set-field.ts";

/** What columns cannot give back of an object of a label file, as texts. */
export interface ObjectFields {
  /** The names of its fields, in their order, as a JSON list. */
  keys: string;
  /** Its fields that the columns do not give as they are, as a JSON object; null where there are none. */
  rest: string | null;
  /** The names of fields that the columns give and it does not have, as a JSON list; null where there are none. */
  absent: string | null;
}

/** Compares an object of a label file with what the columns give of it. */
export function objectFields(original: Readonly<CocoObject>, given: Readonly<CocoObject>): ObjectFields {
  const keys = Object.keys(original);
  const rest: CocoObject = {};
  for (const key of keys) {
    const isGiven = Object.hasOwn(given, key) && sameValue(given[key], original[key]);
    if (!isGiven) setField(rest, key, original[key]);
  }
  const absent = Object.keys(given).filter((key) => !Object.hasOwn(original, key));
  return {
    keys: JSON.stringify(keys),
    rest: Object.keys(rest).length === 0 ? null : writeLabelJson(rest),
    absent: absent.length === 0 ? null : JSON.stringify(absent),
  };
}

/**
 * The object of a label file that columns give, made the one that it was: with its own order of fields, and what the
 * columns cannot give. Fields that columns give by now and did not then come last.
 */
export function restoreObject(
  { keys, rest, absent }: ObjectFields,
  given: Readonly<CocoObject>,
  namesIn: (text: string) => readonly string[] = (text) => JSON.parse(text) as string[],
): CocoObject {
  const kept = rest === null ? {} : (parseLabelJson(rest) as CocoObject);
  const object: CocoObject = {};
  for (const key of namesIn(keys)) {
    const source = Object.hasOwn(kept, key) ? kept : given;
    if (Object.hasOwn(source, key)) setField(object, key, source[key]);
  }
  const without = absent === null ? [] : namesIn(absent);
  for (const key of Object.keys(given)) {
    if (!Object.hasOwn(object, key) && !without.includes(key)) setField(object, key, given[key]);
  }
  return object;
}
