import { expect } from "vitest";
import { PART_TABLES } from "../../../../src/dataset/ingest/task.ts";
import { type ColumnLike, columnTypeOf } from "../../../../src/tables/column-type-of.ts";
import type { QueriedLabels, SourceFile } from "./read-by-queries.ts";
import { readByReaders } from "./read-by-readers.ts";

/**
 * Checks that queries made what the JavaScript readers make of the same files, but for those of odd jobs.
 *
 * @returns The problems that the readers noted.
 */
export function expectSame(
  queried: QueriedLabels,
  files: { labels: readonly SourceFile[]; motion?: readonly SourceFile[] },
  { polygons }: { polygons: boolean },
): void {
  const isKept = ({ job_id }: { job_id: string }): boolean => !queried.oddJobs.includes(job_id);
  const labels = files.labels.filter(isKept);
  const motion = (files.motion ?? []).filter(isKept);
  const read = readByReaders({ labels, motion }, { polygons });
  expect(read.broken).toEqual([]);
  for (const name of PART_TABLES) {
    if ((name === "polygons" && !polygons) || (name === "imu" && files.motion === undefined)) continue;
    const expected = read.tables[name];
    const table = queried.tables[name];
    if (table === undefined) throw new Error(`No table ${name}`);
    expect({ [name]: queried.columns[name] }).toEqual({
      [name]: expected.columnNames().map((column) => {
        return [column, columnTypeOf(expected.column(column) as ColumnLike, column)];
      }),
    });
    expect({ [name]: byJob(table.objects()) }).toEqual({ [name]: byJob(expected.objects()) });
  }
  expect(
    queried.problems.map(({ file, job_id, path, problem, message }) => ({
      job_id,
      file,
      path,
      problem,
      message,
    })),
  ).toEqual(read.tables.problems.objects());
  for (const { file, frames, annotations, ...totals } of queried.facts.filter(isKept)) {
    expect({
      numFrames: frames,
      numAnnotations: annotations,
      percentInFov: { sum: totals.fov_sum, count: totals.fov_count },
      percentOcclusion: { sum: totals.occlusion_sum, count: totals.occlusion_count },
    }).toEqual(read.summaries.get(file));
  }
  for (const { file, samples } of queried.motion.filter(isKept)) expect(samples).toBe(read.samples.get(file));
}

/** Rows by job, in their order. */
function byJob(rows: readonly object[]): Record<string, object[]> {
  const jobs: Record<string, object[]> = {};
  for (const row of rows as { job_id: string }[]) {
    jobs[row.job_id] ??= [];
    jobs[row.job_id]?.push(row);
  }
  return jobs;
}
