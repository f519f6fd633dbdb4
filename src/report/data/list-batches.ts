import type { ColumnTable } from "arquero";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";

interface Batch {
  id: string | null;
  name: string | null;
  generator: string | null;
  isPreview: boolean | null;
  jobs: number;
  completed: number;
}

/** One row a batch and generator that jobs come from: `batch_id`, `batch_name`, `generator`, `is_preview`, `jobs`, `completed`. */
export function listBatches(jobs: ColumnTable): ColumnTable {
  const batches = new Map<string, Batch>();
  const [ids, names, generators, previews, statuses] = [
    "batch_id",
    "batch_name",
    "generator",
    "is_preview",
    "status",
  ].map((name) => (jobs.columnNames().includes(name) ? shownColumn(jobs, name) : null));
  for (let row = 0; row < jobs.numRows(); row++) {
    const [id, name, generator] = [ids, names, generators].map((column) => textAt(column?.at(row)));
    const isPreview = previews?.at(row) ?? null;
    const key = JSON.stringify([id, name, generator, isPreview]);
    const batch = batches.get(key) ?? {
      id: id ?? null,
      name: name ?? null,
      generator: generator ?? null,
      isPreview: typeof isPreview === "boolean" ? isPreview : null,
      jobs: 0,
      completed: 0,
    };
    batch.jobs++;
    if (statuses?.at(row) === "completed") batch.completed++;
    batches.set(key, batch);
  }
  const all = [...batches.values()];
  const of = <K extends keyof Batch>(name: K) => all.map((batch) => batch[name]);
  return makeTable([
    ["batch_id", makeColumn("string", of("id"))],
    ["batch_name", makeColumn("string", of("name"))],
    ["generator", makeColumn("string", of("generator"))],
    ["is_preview", makeColumn("bool", of("isPreview"))],
    ["jobs", makeColumn("int32", of("jobs"))],
    ["completed", makeColumn("int32", of("completed"))],
  ]);
}

function textAt(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
