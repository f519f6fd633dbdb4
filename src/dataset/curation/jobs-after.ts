import type { ColumnTable } from "arquero";
import type { Kept } from "./choose-kept.ts";

/** The jobs that a filter leaves: all of them where it is about annotations. */
export function jobsAfter(jobIds: readonly string[], { level, rows }: Kept): readonly string[] {
  if (level === "annotations") return jobIds;
  const kept = idsIn(rows);
  return jobIds.filter((jobId) => kept.has(jobId));
}

function idsIn(rows: ColumnTable): ReadonlySet<unknown> {
  return new Set(rows.array("job_id") as Iterable<unknown>);
}
