import { cocoMembers } from "./coco-members.ts";
import { type CocoSource, type CocoTableMap, cocoSource } from "./coco-tables.ts";
import { findScope } from "./find-scope.ts";
import { membersToObject } from "./members-to-object.ts";

/** The object that a COCO file holds. */
export interface CocoFile {
  info?: unknown;
  categories: Record<string, unknown>[];
  images: Record<string, unknown>[];
  annotations: Record<string, unknown>[];
  [field: string]: unknown;
}

/** Options of {@link toCoco}. */
export interface ToCocoOptions {
  /**
   * The job whose labels are written.
   * @default the only one that the tables hold
   */
  jobId?: string;
  /**
   * The camera whose labels are written.
   * @default the only one that the tables hold of the job
   */
  camera?: number;
}

/**
 * The label file of one job and camera, made of tables. With the table `fields` of `fromCoco` it is the file that was
 * read, value for value: unknown fields, orders, and what is missing, null or empty. Rows that a table does not show
 * are left out, changed values are written as they are now, and so are new columns. Without `fields`, each column that
 * is not missing makes a field. Integers beyond 2^53 are bigints, so write the file by `toCocoJson`.
 *
 * @throws {TypeError} When images, annotations or categories are missing, or several jobs or cameras are there and
 *   none is asked for.
 * @throws {RangeError} When the tables do not hold the job or the camera asked for.
 * @example
 * ```ts
 * const text = JSON.stringify(toCoco(dataset.tables(), { jobId: dataset.jobIds[0] }));
 * const tables = fromCoco(text);
 * const file = toCoco({ ...tables, annotations: tables.annotations.filter((d) => d.area > 200) });
 * [file.images.length, file.annotations.length]; // [4, 4]
 * ```
 */
export function toCoco(tables: CocoSource | CocoTableMap, options: ToCocoOptions = {}): CocoFile {
  const source = cocoSource(tables);
  return membersToObject(cocoMembers(source, findScope(source, options))) as CocoFile;
}
