import type { EngineType } from "../../../engine/engine-source.ts";

/** A table that fields of label files become columns of, beside those that its schema lists. */
export type PlannedTable = "scenes" | "categories" | "images" | "annotations" | "imu";

/** A field of label objects that no schema lists, as files of the sample have it. */
export interface PlannedField {
  /** Where it is in the object: the name of a field, or those of a field and of a field in it. */
  readonly path: readonly string[];
  /** The column that it becomes. */
  readonly column: string;
  /** How engines read it. */
  readonly type: EngineType;
  /**
   * What becomes of it: a column; nothing, which is noted, because it is nested; or, where SQL cannot treat it as the
   * JavaScript readers do, documents that have it are odd.
   */
  readonly use: "column" | "unread" | "odd";
}

/** How label files are read by SQL. */
export interface LabelPlan {
  /** Whether segmentations are read into `polygons`. */
  readonly polygons: boolean;
  /** Whether segmentations are run lengths, too. */
  readonly runLengths: boolean;
  readonly extras: Readonly<Record<PlannedTable, readonly PlannedField[]>>;
  /** The header lines that files of motion samples have. */
  readonly headers: readonly string[];
  /** Whether SQL can read such files at all; else each is odd. */
  readonly fits: boolean;
  /** Whether all label files were looked into, so that none has a field of which nothing is planned. */
  readonly isOfAll: boolean;
}
