import type { ColumnTable } from "arquero";
import { showingTables } from "../../display/tables-display.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { checkSource } from "../columns/check-source.ts";
import { findColumn } from "../columns/find-column.ts";
import { checkGroupNames } from "../describe/check-group-names.ts";
import type { SqlSource } from "../sql-source.ts";
import { classTable } from "./class-table.ts";
import { type DistributionTables, distributionTables } from "./distribution-tables.ts";
import { LIGHT_MEASURES } from "./frame-query.ts";
import { groupJobs } from "./job-groups.ts";
import type { JobLabels, Row } from "./job-labels.ts";
import { groupsTable, JOB_MEASURES, jobsTable } from "./job-tables.ts";
import { keypointTable } from "./keypoint-table.ts";
import { checkedOptions, type LabelStatisticsOptions } from "./label-options.ts";
import { peopleTable } from "./people-table.ts";
import { queryLabels } from "./query-labels.ts";
import { sumUpJobs } from "./sum-up-jobs.ts";
import { summariesOf, summarizeJobs, summaryTable } from "./summary-table.ts";

/**
 * What the labels of a dataset come to, as tables. All but `jobs` have the columns of `by` first, and one group of all
 * jobs without. A table is empty where the dataset has no such labels.
 */
export interface LabelStatistics extends DistributionTables {
  /**
   * One row a job, in the order of the dataset's: `job_id`, `frames` (motion samples where a job has no images),
   * `annotations`, `boxes` (annotations with a box that is not empty), `people_per_frame` (boxes of persons), the means
   * `box_width`, `box_height` (pixels), `area` (square pixels, of the segmentation), `relative_size`, `occlusion` and
   * `field_of_view` (percent), `visible_keypoints` (how many percent of COCO's keypoints are visible, v = 2), the means
   * over frames `brightness` (CIELAB L* of the image) and `snr`, `reps` (the highest count of repetitions),
   * `cadence_per_minute` (repetitions a minute), `imu_samples`, and `imu_spread_deg` (how far orientations spread about
   * their mean, in degrees, as `meanRotation` has it). Null where a job has no such label.
   */
  jobs: ColumnTable;
  /**
   * One row a group: `jobs`, and the columns of the table of jobs. Means are over all annotations or frames of a group;
   * `reps`, `cadence_per_minute` and `imu_spread_deg` are means over its jobs.
   */
  groups: ColumnTable;
  /**
   * One row a category: `category`, `count` of annotations, `boxes`, `share` of the count in its group, `jobs` and `frames`
   * that have one.
   */
  classes: ColumnTable;
  /** How many `frames` have how many `people`, boxes of persons, and their `share`. */
  people: ColumnTable;
  /**
   * One row a keypoint: `skeleton`, `keypoint`, `count`, `missing` (those of which the labels do not say whether they are
   * visible), and the shares `outside_share` (of the image, v = 0), `occluded_share` (v = 1) and `visible_share` (v = 2).
   */
  keypoints: ColumnTable;
  /** One row a measure of frames, brightness or the like: `measure`, `count`, `mean`, `sd`, `min`, `q05` … `q95`, `max`. */
  light: ColumnTable;
  /** `reps` and `cadence_per_minute` of jobs, as in the table of jobs, summed up as in `light`. */
  repetitions: ColumnTable;
  /** `spread_deg`, `duration_s` and `rate_hz` (samples a second) of jobs, summed up as in `light`. */
  imu: ColumnTable;
}

/** The columns of results, which columns of jobs beside them cannot be called. */
const RESULT_COLUMNS: readonly string[] = [
  ...["jobs", ...JOB_MEASURES, "category", "count", "share", "band", "x_bin", "y_bin", "x_start", "x_end"],
  ...[
    "y_start",
    "y_end",
    "bin_start",
    "bin_end",
    "people",
    "skeleton",
    "keypoint",
    "missing",
    "outside_share",
  ],
  ...[
    "occluded_share",
    "visible_share",
    "measure",
    "mean",
    "sd",
    "min",
    "q05",
    "q25",
    "q50",
    "q75",
    "q95",
    "max",
  ],
];

/**
 * Sums up the labels of a dataset: classes, sizes and positions of boxes, occlusion, keypoints, light, repetitions and
 * motion, over all jobs or by columns of `jobs`, from files as from memory. Each table is read once, and of it only the
 * columns that are needed; labels that a dataset lacks make empty tables and nulls.
 *
 * - Counted in sizes, positions, occlusion and field of view are annotations of category `person`, as in the reference's
 *   summaries, or of all categories where the dataset has no person, or of `categories`. A crowd counts as one.
 * - A box counts where its width and height are above 0. `relative_size` is the square root of the box's share in the
 *   image, the box clipped to the image (Unity's datasetinsights); positions are the centres of such boxes as shares of
 *   the image's width and height, from the upper left.
 * - `sizeBands` are COCO's, by `area`: below 32², below 96², and others. In COCO's evaluation, which closes its ranges on
 *   both ends, 32² is small, too.
 * - Annotations of no image of the dataset count in `classes`, sizes and means; they have no place and are in no frame.
 * - Bins are `[bin_start, bin_end)`, the last one closed; what lies beyond the ends is in the end bins.
 * - Of repetitions `rep_count_from_start` is heeded, else `rep_count`, else `rep_count_from_intermediate`. The cadence is
 *   the difference of the highest and lowest count by the time between the first and the last: of motion samples, else
 *   of frames, where the jobs have a `frame_rate`.
 * - Standard deviations have n - 1, quantiles are of type 7. Numbers that are missing, infinite or beyond 1e150,
 *   whose squares are too large for a number, are left out.
 *
 * @param source A `Dataset`, `ParquetDataset` or `EngineDataset`.
 * @throws {TypeError} When an option is misspelt, or a column of `by` has lists or the name of a result's column.
 * @throws {RangeError} When `jobs` has no such column, or a number of bins is not a whole number from 1 to 1000.
 * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const { occlusion } = await labelStatistics(dataset, { by: "scene" });
 * occlusion.columnNames(); // ["scene", "bin_start", "bin_end", "count", "share"]
 * ```
 */
export async function labelStatistics(
  source: SqlSource,
  options: LabelStatisticsOptions = {},
): Promise<LabelStatistics> {
  checkSource(source, "labelStatistics");
  const checked = checkedOptions(options);
  checkGroupNames(checked.by, RESULT_COLUMNS);
  const jobs = inOrder(await source.sql("SELECT * FROM jobs", undefined, checked.limits), source.jobIds);
  const groups = groupJobs(jobs, checked.by);
  const { boxes, frames, light, keypoints, samples } = await queryLabels(source, {
    groups,
    options: checked,
  });
  const hasPeople = boxes.some(({ persons }) => Number(persons) > 0);
  const countsAll = checked.categories === null && !hasPeople;
  const isCounted = (row: Row) => countsAll || row.counted === true;
  const parts = (rows: readonly Row[], name: string) => rows.filter(({ part }) => part === name);
  const labels = sumUpJobs(jobs, {
    boxes: parts(boxes, "jobs"),
    frames,
    keypoints: parts(keypoints, "jobs"),
    samples,
    isCounted,
  });
  const ofJobs = (measures: Readonly<Record<string, (job: JobLabels) => number | null>>) => {
    const summaries = Object.entries(measures).flatMap(([measure, value]) =>
      summarizeJobs(measure, labels.map(value), groups),
    );
    return summaryTable(summaries, groups, Object.keys(measures));
  };
  return showingTables({
    jobs: jobsTable(groups.jobIds, labels, hasPeople),
    groups: groupsTable(groups, labels, hasPeople),
    classes: classTable(parts(boxes, "classes"), groups),
    ...distributionTables((name) => parts(boxes, name).filter(isCounted), groups, checked),
    people: peopleTable(parts(boxes, "people"), groups, hasPeople ? labels : []),
    keypoints: keypointTable(parts(keypoints, "points"), groups),
    light: summaryTable(
      light.flatMap((row) => summariesOf(row, LIGHT_MEASURES)),
      groups,
      LIGHT_MEASURES,
    ),
    repetitions: ofJobs({ reps: ({ reps }) => reps, cadence_per_minute: ({ cadence }) => cadence }),
    imu: ofJobs({
      spread_deg: ({ spread }) => spread,
      duration_s: ({ seconds }) => seconds,
      rate_hz: ({ rate }) => rate,
    }),
  });
}

/** The jobs of a table in the order of some ids; a cluster gives rows in any order. */
function inOrder(jobs: ColumnTable, jobIds: readonly string[] | undefined): ColumnTable {
  if (jobIds === undefined) return jobs;
  const places = new Map(jobIds.map((jobId, place) => [jobId, place]));
  const own = Array.from(findColumn(jobs, "job_id"), (jobId) => places.get(String(jobId)) ?? jobIds.length);
  if (own.every((place, row) => row === 0 || place >= (own[row - 1] as number))) return jobs;
  return takeRows(
    jobs,
    own.map((_, row) => row).sort((a, b) => (own[a] as number) - (own[b] as number)),
  );
}
