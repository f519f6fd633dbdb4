import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import type { ReportSource } from "../report-source.ts";
import { rowsOfJob, rowsWhere } from "./rows-of-job.ts";

/** A frame with all its labels. */
export interface SampleFrame {
  jobId: string;
  frameNumber: number;
  /** One row. */
  image: ColumnTable;
  annotations: ColumnTable;
  keypoints: ColumnTable | null;
}

/** Some labels as they are, to look at. */
export interface SampleLabels {
  frames: readonly SampleFrame[];
  /** The motion of one job. */
  motion: { jobId: string; imu: ColumnTable } | null;
}

/**
 * Takes the middle frame with a box of the first job that has one and of the job in the middle, and the motion of the
 * first job that has some.
 *
 * @param measured The table `jobs` of `labelStatistics`, or null where there is none.
 */
export async function sampleLabels(
  dataset: ReportSource,
  measured: ColumnTable | null,
  signal: AbortSignal | undefined,
): Promise<SampleLabels> {
  if (measured === null) return { frames: [], motion: null };
  const seen = jobsWith(measured, "boxes");
  const moved = jobsWith(measured, "imu_samples");
  const frames: SampleFrame[] = [];
  for (const jobId of new Set([seen[0], seen[Math.floor(seen.length / 2)]])) {
    const frame = jobId === undefined ? null : await sampleFrame(dataset, jobId, signal);
    if (frame !== null) frames.push(frame);
  }
  const [first] = moved;
  const imu = first === undefined ? null : await rowsOfJob(dataset, "imu", { jobId: first, signal });
  return { frames, motion: first === undefined || imu === null ? null : { jobId: first, imu } };
}

function jobsWith(measured: ColumnTable, measure: string): string[] {
  if (!measured.columnNames().includes(measure)) return [];
  const counts = shownColumn(measured, measure);
  return Array.from(shownColumn(measured, "job_id"), String).filter((_, row) => Number(counts.at(row)) > 0);
}

async function sampleFrame(
  dataset: ReportSource,
  jobId: string,
  signal: AbortSignal | undefined,
): Promise<SampleFrame | null> {
  const annotations = await rowsOfJob(dataset, "annotations", { jobId, signal });
  const images = await rowsOfJob(dataset, "images", { jobId, signal });
  if (annotations === null || images === null) return null;
  const widths = shownColumn(annotations, "bbox_w");
  const boxed = Array.from(widths, (_, row) => row).filter((row) => Number(widths.at(row)) > 0);
  const at = (name: string, row: number) => shownColumn(annotations, name).at(row);
  const order = boxed.sort((a, b) => Number(at("frame_number", a)) - Number(at("frame_number", b)));
  const row = order[Math.floor(order.length / 2)];
  if (row === undefined) return null;
  const key = { camera: at("camera", row), image_id: at("image_id", row) };
  const keypoints = await rowsOfJob(dataset, "keypoints", { jobId, signal });
  return {
    jobId,
    frameNumber: Number(at("frame_number", row)),
    image: rowsWhere(images, key),
    annotations: rowsWhere(annotations, key),
    keypoints: keypoints === null ? null : rowsWhere(keypoints, key),
  };
}
