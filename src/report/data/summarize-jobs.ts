import type { ColumnTable } from "arquero";
import { sum } from "simple-statistics";
import { numbersOf } from "../../stats/columns/numbers-of.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { summaryColumn } from "./job-columns.ts";

/** What a report says first of its jobs. */
export interface JobsSummary {
  jobs: number;
  previews: number;
  /** The number of jobs of each status that occurs, most first. */
  statuses: readonly (readonly [status: string, jobs: number])[];
  /** The number of frames of all jobs, or null where none has labels. */
  frames: number | null;
  annotations: number | null;
  /** The different names, in the order in which they come first. */
  generators: readonly string[];
  batchIds: readonly string[];
  batchNames: readonly string[];
}

/** Counts the jobs of a `jobs` table, and what its summaries of labels tell. */
export function summarizeJobs(jobs: ColumnTable): JobsSummary {
  const statuses = new Map<string, number>();
  for (const status of column(jobs, "status")) {
    const name = typeof status === "string" ? status : "unknown";
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
  }
  return {
    jobs: jobs.numRows(),
    previews: column(jobs, "is_preview").filter((value) => value === true).length,
    statuses: [...statuses].sort((a, b) => b[1] - a[1]),
    frames: total(jobs, "num_frames"),
    annotations: total(jobs, "num_annotations"),
    generators: different(column(jobs, "generator")),
    batchIds: different(column(jobs, "batch_id")),
    batchNames: different(column(jobs, "batch_name")),
  };
}

function column(jobs: ColumnTable, name: string): unknown[] {
  return jobs.columnNames().includes(name) ? Array.from(shownColumn(jobs, name)) : [];
}

function different(values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value) => typeof value === "string"))];
}

function total(jobs: ColumnTable, name: string): number | null {
  const found = summaryColumn(jobs, name);
  if (found === null) return null;
  const numbers = numbersOf(jobs, found).filter((value) => !Number.isNaN(value));
  return numbers.length === 0 ? null : sum(Array.from(numbers));
}
