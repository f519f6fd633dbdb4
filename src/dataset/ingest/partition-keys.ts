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
 * Checks that a table of jobs has the columns by which partitions are made.
 *
 * @param names The columns that it has.
 * @throws {RangeError} When it does not have one of them.
 */
export function checkJobColumns(columns: readonly string[], names: readonly string[]): void {
  const odd = columns.find((name) => !names.includes(name));
  if (odd === undefined) return;
  const hint = didYouMean(odd, names) || `, expected one of ${names.join(", ")}`;
  throw new RangeError(`Cannot partition by "${odd}": the table jobs has no such column${hint}`);
}
