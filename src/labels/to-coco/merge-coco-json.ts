import { type CocoSource, type CocoTableMap, cocoSource } from "./coco-tables.ts";
import { membersToJson } from "./members-to-json.ts";
import type { MergeCocoOptions } from "./merge-coco-options.ts";
import { mergedMembers } from "./merged-members.ts";

/**
 * The text of the file that `mergeCoco` gives, in pieces, so that a large file need not be held whole. `NaN` and
 * the infinities are bare words, as Python writes and reads them.
 *
 * @throws {TypeError} When images, annotations or categories are missing.
 * @example
 * ```ts
 * import { readFile, writeFile } from "node:fs/promises";
 *
 * await writeFile("all.json", mergeCocoJson(dataset.tables()));
 * JSON.parse(await readFile("all.json", "utf8")).images.length; // 48
 * ```
 */
export function mergeCocoJson(
  tables: CocoSource | CocoTableMap,
  options: MergeCocoOptions = {},
): Iterable<string> {
  return membersToJson(mergedMembers(cocoSource(tables), options));
}
