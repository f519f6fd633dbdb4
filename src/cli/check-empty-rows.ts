import type { ColumnTable } from "arquero";
import { JOB_KEYS } from "../params/job-keys.ts";

const SHOWN = 5;

/**
 * Refuses rows without any value, as spreadsheets leave them at the end: each would be a job with every default, and
 * cost its samples.
 *
 * @throws {Error} That names the rows.
 */
export function checkEmptyRows(jobs: ColumnTable, file: string): void {
  const columns = jobs.columnNames((name) => !JOB_KEYS.includes(name)).map((name) => jobs.array(name));
  const empty: number[] = [];
  for (let row = 0; row < jobs.numRows(); row++) {
    if (columns.every((values) => (values[row] ?? null) === null)) empty.push(row + 1);
  }
  if (empty.length === 0) return;
  const more = empty.length > SHOWN ? ` and ${empty.length - SHOWN} more` : "";
  const rows =
    empty.length === 1 ? `Row ${empty[0]} of` : `Rows ${empty.slice(0, SHOWN).join(", ")}${more} of`;
  throw new Error(
    `${rows} ${file} hold no value; remove them, or give each the value of one parameter: every row is a job that is paid for`,
  );
}
