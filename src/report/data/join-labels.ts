import type { ColumnTable } from "arquero";
import { type ColumnLike, findColumnType } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";

/** Measures of labels that the `jobs` table has under another name. */
const SAME: Readonly<Record<string, string>> = {
  frames: "num_frames",
  annotations: "num_annotations",
  occlusion: "avg_percent_occlusion",
  field_of_view: "avg_percent_in_fov",
};

/** The jobs of a dataset with what is measured in their labels. */
export interface LabelledJobs {
  /** The `jobs` table, then the measures whose names it does not have. */
  table: ColumnTable;
  /** The measures that are there for some job and say what no other column says. */
  measures: readonly string[];
}

/**
 * Joins the jobs of a dataset with the measures of their labels.
 *
 * @param measured The table `jobs` of `labelStatistics`, or null where there is none.
 */
export function joinLabels(
  jobs: ColumnTable,
  measured: ColumnTable | null,
  summaries: readonly string[],
): LabelledJobs {
  const names = jobs.columnNames();
  if (measured === null) return { table: jobs, measures: [] };
  const rowOf = new Map<unknown, number>();
  for (const [row, id] of Array.from(shownColumn(measured, "job_id")).entries()) rowOf.set(id, row);
  const rows = Array.from(shownColumn(jobs, "job_id"), (id) => rowOf.get(id) ?? null);
  const added = measured.columnNames().filter((name) => name !== "job_id" && !names.includes(name));
  const columns = added.map((name): [string, ColumnLike] => {
    const column = shownColumn(measured, name);
    const values = rows.map((row) => (row === null ? null : (column.at(row) ?? null)));
    return [name, makeColumn(findColumnType(column) ?? "float64", values)];
  });
  const known = new Set(summaries.map((name) => name.replace(/^(label_)+/, "")));
  const told = columns.filter(([name, column]) => {
    return !known.has(SAME[name] ?? "") && Array.from(column).some((value) => value !== null);
  });
  return {
    table: makeTable([...names.map((name) => [name, shownColumn(jobs, name)] as const), ...columns]),
    measures: told.map(([name]) => name),
  };
}
