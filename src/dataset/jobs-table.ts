import type { ColumnTable } from "arquero";
import { sum } from "simple-statistics";
import type { CocoSummary, Total } from "../labels/coco/summarize-coco.ts";
import { columnName } from "../labels/column-name.ts";
import type { LabelTables } from "../labels/label-tables.ts";
import type { ProblemCode } from "../labels/problem.ts";
import type { ColumnType } from "../tables/column-type.ts";
import { TableBuilder } from "../tables/table-builder.ts";
import { declaredTypes } from "./declared-types.ts";
import { paramColumn } from "./param-column.ts";
import type { ReadJob } from "./read-job.ts";

const KEYS: Readonly<Record<string, ColumnType>> = {
  job_id: "string",
  batch_id: "string",
  batch_name: "string",
  generator: "string",
  is_preview: "bool",
  status: "string",
  design_row: "int32",
};
const SUMMARIES: Readonly<Record<string, ColumnType>> = {
  num_frames: "int32",
  num_annotations: "int32",
  avg_percent_in_fov: "float64",
  avg_percent_occlusion: "float64",
};
/** The columns of the `jobs` table that are neither parameters nor label summaries. */
export const JOB_KEYS: ReadonlySet<string> = new Set(Object.keys(KEYS));
/** The columns that it always has. */
export const JOB_COLUMNS: readonly string[] = [...Object.keys(KEYS), ...Object.keys(SUMMARIES)];

/** The `jobs` table, and which of its columns are what; the others are keys. */
export interface JobsTable {
  table: ColumnTable;
  /** The columns of parameters. */
  params: readonly string[];
  /** The columns of label summaries. */
  summaries: readonly string[];
}

/**
 * The `jobs` table: keys, parameters with their declared types, label summaries. A parameter with the name of a
 * key becomes `param_<name>`, a summary with the name of a parameter `label_<name>`.
 *
 * @param problems Takes the parameters that do not fit their types.
 */
export function jobsTable(jobs: readonly ReadJob[], problems: LabelTables): JobsTable {
  const types = declaredTypes(jobs.map(({ entry }) => entry));
  const names = new Set(types.keys());
  for (const { params } of jobs) for (const name of Object.keys(params)) names.add(name);

  const schema = new Map(Object.entries(KEYS));
  const params = new Map<string, readonly unknown[]>();
  for (const name of names) {
    const values = jobs.map((job) => (Object.hasOwn(job.params, name) ? job.params[name] : null));
    const report = (row: number | null, problem: ProblemCode, reason: string) => {
      const job = row === null ? undefined : jobs[row];
      problems.report({
        job_id: job?.entry.jobId ?? null,
        file: job?.paramsFile ?? null,
        path: job === undefined ? `jobs.${name}` : `$.params.${name}`,
        problem,
        message: `Parameter "${name}" ${reason}`,
      });
    };
    const column = columnName(name, { prefix: "param_", taken: JOB_KEYS });
    if (name === "__proto__") report(null, "renamed_field", `is column "${column}"`);
    const typed = paramColumn(values, { type: types.get(name), report });
    schema.set(column, typed.type);
    params.set(column, typed.values);
  }
  const summaries = Object.keys(SUMMARIES).map((name) => {
    let column = name;
    while (schema.has(column)) column = `label_${column}`;
    schema.set(column, SUMMARIES[name] ?? "float64");
    return [name, column] as const;
  });

  const rows = new TableBuilder(Object.fromEntries(schema));
  for (const [index, job] of jobs.entries()) {
    const row = keysOf(job);
    for (const [column, values] of params) row[column] = values[index];
    const summary = summarize(job);
    for (const [name, column] of summaries) row[column] = summary[name];
    rows.append(row);
  }
  return {
    table: rows.toTable(),
    params: [...params.keys()],
    summaries: summaries.map(([, column]) => column),
  };
}

function keysOf({ entry, status, generator }: ReadJob): Record<string, unknown> {
  const { jobId, listed } = entry;
  return {
    job_id: jobId,
    batch_id: listed?.batch.batch.id,
    batch_name: listed?.batch.batch.name,
    generator,
    is_preview: listed?.batch.is_preview,
    status,
    design_row: listed?.job.design_row,
  };
}

function summarize({ labels, samples }: ReadJob): Record<string, number | null> {
  const total = (count: (file: CocoSummary) => number) =>
    labels.length === 0 ? null : labels.reduce((all, file) => all + count(file), 0);
  return {
    num_frames: total((file) => file.numFrames) ?? samples,
    num_annotations: total((file) => file.numAnnotations),
    avg_percent_in_fov: pooledMean(labels.map((file) => file.percentInFov)),
    avg_percent_occlusion: pooledMean(labels.map((file) => file.percentOcclusion)),
  };
}

function pooledMean(totals: readonly Total[]): number | null {
  const count = totals.reduce((all, total) => all + total.count, 0);
  return count === 0 ? null : sum(totals.map((total) => total.sum)) / count;
}
