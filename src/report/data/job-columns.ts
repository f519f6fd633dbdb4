import type { ColumnTable } from "arquero";
import { JOB_COLUMNS, JOB_KEYS } from "../../dataset/jobs-table.ts";

/** The columns of a `jobs` table, by what they are. */
export interface JobColumns {
  /** Names and states of jobs. */
  keys: readonly string[];
  /** Parameters of the generator. */
  params: readonly string[];
  /** What was counted in the labels: `num_frames` and the like. */
  summaries: readonly string[];
}

/**
 * Tells parameters from the other columns of a `jobs` table. A summary whose name a parameter has is called
 * `label_<name>`; summaries come last.
 */
export function jobColumns(jobs: ColumnTable): JobColumns {
  const names = jobs.columnNames();
  const summaries = new Set<string>();
  for (const name of JOB_COLUMNS) {
    if (JOB_KEYS.has(name)) continue;
    const column = names.findLast((each) => each.replace(/^(label_)+/, "") === name);
    if (column !== undefined) summaries.add(column);
  }
  return {
    keys: names.filter((name) => JOB_KEYS.has(name)),
    params: names.filter((name) => !JOB_KEYS.has(name) && !summaries.has(name)),
    summaries: [...summaries],
  };
}

/** The column of a label summary, or null where the table has none. */
export function summaryColumn(jobs: ColumnTable, name: string): string | null {
  const found = jobColumns(jobs).summaries.find((column) => column.replace(/^(label_)+/, "") === name);
  return found ?? null;
}
