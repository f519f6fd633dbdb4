import { cocoMembers } from "./coco-members.ts";
import { type CocoSource, type CocoTableMap, cocoSource } from "./coco-tables.ts";
import { findScope } from "./find-scope.ts";
import { membersToJson } from "./members-to-json.ts";
import type { ToCocoOptions } from "./to-coco.ts";

/**
 * The text of the label file that `toCoco` gives, in pieces, so that a large file need not be held whole.
 * Integers beyond 2^53 are exact, and `NaN` and the infinities are bare words, as Python writes and reads them.
 *
 * @throws {TypeError} When images, annotations or categories are missing, or several jobs or cameras are there and
 *   none is asked for.
 * @throws {RangeError} When the tables do not hold the job or the camera asked for.
 * @example
 * ```ts
 * import { readFile, writeFile } from "node:fs/promises";
 *
 * await writeFile("labels.json", toCocoJson(dataset.tables(), { jobId: dataset.jobIds[0] }));
 * JSON.parse(await readFile("labels.json", "utf8")).images.length; // 4
 * ```
 */
export function toCocoJson(tables: CocoSource | CocoTableMap, options: ToCocoOptions = {}): Iterable<string> {
  const source = cocoSource(tables);
  return membersToJson(cocoMembers(source, findScope(source, options)));
}
