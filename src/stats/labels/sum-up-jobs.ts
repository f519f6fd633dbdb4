import type { ColumnTable } from "arquero";
import { findColumn } from "../columns/find-column.ts";
import { toNumbers } from "../columns/numbers-of.ts";
import { meanOfMatrix } from "../rotations/mean-rotation.ts";
import { MEAN_CELLS } from "./imu-query.ts";
import { JobLabels, type Row } from "./job-labels.ts";

/** The rows of queries that are of one job each. */
export interface JobRows {
  readonly boxes: readonly Row[];
  readonly frames: readonly Row[];
  readonly keypoints: readonly Row[];
  readonly samples: readonly Row[];
  /** Whether measures of the annotations of a row of `boxes` count. */
  isCounted(row: Row): boolean;
}

/** What the labels of each job come to, in the order of the table of jobs. */
export function sumUpJobs(
  jobs: ColumnTable,
  { boxes, frames, keypoints, samples, isCounted }: JobRows,
): JobLabels[] {
  const jobIds = Array.from(findColumn(jobs, "job_id"), String);
  const labels = new Map(jobIds.map((jobId) => [jobId, new JobLabels()]));
  const rates = frameRates(jobs, jobIds);
  const of = (row: Row) => labels.get(String(row.job_id));
  for (const row of boxes) of(row)?.addBoxes(row, isCounted(row));
  for (const row of keypoints) if (row.skeleton === "coco") of(row)?.addKeypoints(row);
  // The times of motion samples are measured, those of frames computed: the first found counts.
  for (const row of samples) of(row)?.addSamples(row, spreadOf(row));
  for (const row of frames) of(row)?.addFrames(row, rates.get(String(row.job_id)) ?? null);
  return jobIds.map((jobId) => labels.get(jobId) as JobLabels);
}

/** Frames a second by job, where a parameter tells them. */
function frameRates(jobs: ColumnTable, jobIds: readonly string[]): Map<string, number> {
  if (!jobs.columnNames().includes("frame_rate")) return new Map();
  const rates = toNumbers(findColumn(jobs, "frame_rate"));
  return new Map(
    jobIds
      .map((jobId, row): [string, number] => [jobId, rates[row] as number])
      .filter(([, rate]) => rate > 0),
  );
}

/** How far the rotations spread whose mean matrix a row of `imuQuery` has, in degrees. */
function spreadOf(row: Row): number | null {
  const cells = MEAN_CELLS.map((name) => Number(row[name] ?? Number.NaN));
  return cells.some(Number.isNaN) ? null : (meanOfMatrix(cells).spread * 180) / Math.PI;
}
