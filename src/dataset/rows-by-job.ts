import type { ColumnTable } from "arquero";
import { shownColumn } from "../tables/shown-column.ts";

/** The rows of a table in the order of their jobs, those of one job as they are, those of no job first. */
export function rowsByJob(table: ColumnTable, jobIds: readonly string[]): Uint32Array {
  const places = new Map<unknown, number>(jobIds.map((jobId, place) => [jobId, place + 1]));
  const own = Uint32Array.from(shownColumn(table, "job_id"), (jobId) => places.get(jobId) ?? 0);
  const starts = new Uint32Array(jobIds.length + 2);
  for (const place of own) starts[place + 1] = (starts[place + 1] as number) + 1;
  for (let place = 1; place < starts.length; place++) {
    starts[place] = (starts[place] as number) + (starts[place - 1] as number);
  }
  const rows = new Uint32Array(own.length);
  for (const [row, place] of own.entries()) {
    rows[starts[place] as number] = row;
    starts[place] = (starts[place] as number) + 1;
  }
  return rows;
}
