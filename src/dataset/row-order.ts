import { quoteName } from "../util/quote-name.ts";

/** The columns that tell rows of any table of a dataset apart, as far as a table has them, in the order that rows have. */
const KEYS: readonly string[] = [
  ...["job_id", "camera", "image_id", "annotation_id", "skeleton", "keypoint", "corner", "polygon", "sample"],
  ...["category_id", "file", "path", "problem", "message"],
];

/** The columns by which the rows of a table are in order wherever they come from: those that tell them apart. */
export function orderColumns(columns: readonly string[]): string[] {
  // An annotation has a category, which tells nothing; the table of categories has nothing else.
  const isCategory = columns.includes("category_id") && !columns.includes("annotation_id");
  return KEYS.filter((name) => columns.includes(name) && (name !== "category_id" || isCategory));
}

/** What stands behind `ORDER BY`, so that the rows of a table are in order wherever they come from. */
export function rowOrder(columns: readonly string[]): string {
  return orderColumns(columns)
    .map((name) => `${quoteName(name)} NULLS FIRST`)
    .join(", ");
}
