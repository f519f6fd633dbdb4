import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";

/** Rows of a table that go to one partition. */
export interface SplitRows {
  key: readonly string[];
  /** Their places; null where they are all. */
  rows: readonly number[] | null;
  jobs: [jobId: string, rows: number][];
}

/** The rows of a table by the partition of their jobs, in the order in which these come first. */
export function splitRows(table: ColumnTable, keys: ReadonlyMap<string, readonly string[]>): SplitRows[] {
  const splits = new Map<string, SplitRows & { rows: number[] }>();
  const ids = table.column("job_id") as ColumnLike;
  let start = 0;
  for (let row = 1; row <= ids.length; row++) {
    const jobId = ids.at(start) as string;
    if (row < ids.length && ids.at(row) === jobId) continue;
    const key = keys.get(jobId) ?? [];
    const name = JSON.stringify(key);
    const split = splits.get(name) ?? { key, rows: [], jobs: [] };
    splits.set(name, split);
    split.jobs.push([jobId, row - start]);
    for (; start < row; start++) split.rows.push(start);
  }
  const all = [...splits.values()];
  return all.length === 1 ? all.map((split) => ({ ...split, rows: null })) : all;
}
