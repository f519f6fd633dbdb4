import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";

/** A row of a design and the job made of it; one of the two may be missing. */
export interface DesignedJob {
  /** The row of the design's table. */
  design: number | null;
  /** The row of the jobs table. */
  job: number | null;
  designRow: number | null;
  jobId: string | null;
}

/**
 * Joins the rows of a design with jobs: by `job_id` where the design has it, else by `design_row`, which is the number of
 * the design's row unless the design has that column.
 *
 * @returns A pair for each row of the design, in order, then one for each job that is left.
 * @throws {TypeError} When there is nothing to join by, or two rows claim one job, or two jobs one row.
 */
export function matchJobs(design: ColumnTable, jobs: ColumnTable): DesignedJob[] {
  const has = (name: string) => design.columnNames().includes(name);
  const key = has("job_id") ? "job_id" : "design_row";
  const jobIds = shownColumn(jobs, "job_id");
  const designRows = shownColumn(jobs, "design_row");
  const jobKeys = key === "job_id" ? jobIds : designRows;
  const jobOf = new Map<unknown, number>();
  for (let job = 0; job < jobKeys.length; job++) {
    const value = jobKeys.at(job) ?? null;
    if (value === null) continue;
    const other = jobOf.get(value);
    if (other !== undefined) {
      const both = `${jobIds.at(other)} and ${jobIds.at(job)}`;
      throw new TypeError(
        `Cannot compare to the design: jobs ${both} have ${key} ${value}, give those of one batch`,
      );
    }
    jobOf.set(value, job);
  }
  if (jobOf.size === 0 && jobKeys.length > 0) {
    throw new TypeError(
      'Cannot compare to the design: the jobs have no design_row, because their folder has no batch metadata; give the design a column "job_id"',
    );
  }

  const given = has("design_row") ? shownColumn(design, "design_row") : null;
  const keys = key === "job_id" ? shownColumn(design, "job_id") : given;
  const left = new Set(Array.from(jobIds, (_, job) => job));
  const pairs: DesignedJob[] = [];
  for (let row = 0; row < design.numRows(); row++) {
    const value = keys === null ? row : keys.at(row);
    const job = jobOf.get(value) ?? null;
    if (job !== null && !left.delete(job)) {
      throw new TypeError(`Cannot compare to the design: two of its rows have ${key} ${value}`);
    }
    const designRow =
      given === null ? (key === "design_row" ? row : designRowOf(job)) : Number(given.at(row));
    const jobId = job === null ? (key === "job_id" ? String(value) : null) : String(jobIds.at(job));
    pairs.push({ design: row, job, designRow, jobId });
  }
  for (const job of left) {
    pairs.push({ design: null, job, designRow: designRowOf(job), jobId: String(jobIds.at(job)) });
  }
  return pairs;

  function designRowOf(job: number | null): number | null {
    return job === null ? null : ((designRows.at(job) as number | null) ?? null);
  }
}
