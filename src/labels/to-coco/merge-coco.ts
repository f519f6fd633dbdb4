import { type CocoSource, type CocoTableMap, cocoSource } from "./coco-tables.ts";
import { membersToObject } from "./members-to-object.ts";
import type { MergeCocoOptions } from "./merge-coco-options.ts";
import { mergedMembers } from "./merged-members.ts";
import type { CocoFile } from "./to-coco.ts";

/**
 * One COCO file of the labels of several jobs and cameras, made of a dataset's tables or of parts of them.
 *
 * - Images and annotations are numbered from 1, in the order of the tables. The ids that they had stand in `source_id`;
 *   images tell their `job_id` and `camera`. Their own fields of these names become `label_<name>`.
 * - Categories are merged by name, and of equal names the first counts. They keep their ids where each name has the same
 *   id in every job and each id one name; else they are numbered from 1 in order of appearance.
 * - `file_name` is made unique by the job's id, see `fileName`.
 * - Annotations whose image or category is not in the tables are left out, see `onLeftOut`. So to filter frames, it is
 *   enough to filter `images`.
 * - `segmentation` is there where the table `polygons` is.
 * - `info` keeps what all scenes share, and `scenes` lists what each says, with its `job_id` and `camera`.
 *
 * Integers beyond 2^53 are bigints, so write the file by `mergeCocoJson`. Fields that no column holds are left
 * out, since `fields` is not used.
 *
 * @throws {TypeError} When images, annotations or categories are missing.
 * @example
 * ```ts
 * const file = mergeCoco(dataset.tables());
 * [file.images.length, file.annotations.length]; // [48, 48]
 * ```
 */
export function mergeCoco(tables: CocoSource | CocoTableMap, options: MergeCocoOptions = {}): CocoFile {
  return membersToObject(mergedMembers(cocoSource(tables), options)) as CocoFile;
}
