import { isInt64 } from "../util/is-int64.ts";

/** The id of a category, an image or an annotation: a bigint where it is beyond 2^53. */
export type LabelId = number | bigint;

/** Whether a parsed JSON value is an integer of 64 bits. */
export function isLabelId(value: unknown): value is LabelId {
  return typeof value === "bigint" ? isInt64(value) : Number.isSafeInteger(value);
}
