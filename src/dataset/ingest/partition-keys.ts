import type { ColumnTable } from "arquero";
import { didYouMean } from "../../util/did-you-mean.ts";
import { partitionKey } from "./partition-key.ts";

/**
 * The keys of the partition that each job belongs to.
 *
 * @param jobs The table of jobs; a column that it does not have is missing in all of them.
 */
export function partitionKeys(jobs: ColumnTable, columns: readonly string[]): Map<string, readonly string[]> {
  const ids = jobs.array("job_id") as ArrayLike<string>;
  const values = columns.map((name) => jobs.column(name));
  const keys = new Map<string, readonly string[]>();
  for (let row = 0; row < ids.length; row++) {
    keys.set(
      ids[row] as string,
      values.map((column) => partitionKey(column?.at(row) ?? null)),
    );
  }
  return keys;
}

/**
 * Checks that partitions can be made by some columns of the table of jobs.
 *
 * @throws {RangeError} When the table does not have one of them.
 */
export function checkPartitionColumns(jobs: ColumnTable, columns: readonly string[]): void {
  const names = jobs.columnNames();
  const missing = columns.find((name) => !names.includes(name));
  if (missing === undefined) return;
  const hint = didYouMean(missing, names) || `, expected one of ${names.join(", ")}`;
  throw new RangeError(`Cannot partition by "${missing}": the table jobs has no such column${hint}`);
}
