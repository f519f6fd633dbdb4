import type { SqlLimits } from "../../engine/sql.ts";
import type { SqlParams } from "../../engine/sql-params.ts";
import type { FilterLevel } from "./filter-level.ts";
import type { DatasetRow } from "./row-view.ts";

/**
 * What a filter keeps: a function from a row to true or false, or a condition in SQL as it stands behind `WHERE`, which
 * may ask other tables, too: `job_id IN (SELECT job_id FROM images WHERE snr > 3)`.
 */
export type DatasetCondition = string | ((row: DatasetRow) => boolean);

/** Options of a dataset's `filter`. */
export interface DatasetFilterOptions extends SqlLimits {
  /**
   * The table whose rows the condition is about. Of `jobs`, all tables keep the rows of the jobs that are kept. Of
   * `images`, tables of frames and of what they show keep what belongs to a frame that is kept, other tables the jobs
   * that have one. Of `annotations`, they and their keypoints, cuboids and polygons follow; frames and jobs stay.
   * @default "jobs"
   */
  of?: FilterLevel;
  /** The parameters of a condition in SQL. */
  params?: SqlParams;
}
