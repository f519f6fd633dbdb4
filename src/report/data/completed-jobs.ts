import type { ColumnTable } from "arquero";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";

/** The jobs that were completed. */
export function completedJobs(jobs: ColumnTable): ColumnTable {
  const statuses = Array.from(shownColumn(jobs, "status"));
  return takeRows(
    jobs,
    statuses.flatMap((status, row) => (status === "completed" ? [row] : [])),
  );
}
