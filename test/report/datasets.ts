import type { ColumnTable } from "arquero";
import { Dataset } from "../../src/dataset/dataset.ts";
import type { TableName } from "../../src/dataset/table-names.ts";
import { LabelTables } from "../../src/labels/label-tables.ts";
import { makeColumn } from "../../src/tables/make-column.ts";
import { makeTable } from "../../src/tables/make-table.ts";
import { TableBuilder } from "../../src/tables/table-builder.ts";

/** A dataset of tables that are in memory; those that are not given have no rows. */
export function datasetOf(jobs: ColumnTable, labels: Partial<Record<TableName, ColumnTable>> = {}): Dataset {
  const tables = { ...new LabelTables().toTables(), ...labels, jobs };
  function* reading(): Generator<never, { tables: Record<TableName, ColumnTable> }> {
    yield* [];
    return { tables };
  }
  const jobIds = Array.from(jobs.column("job_id") as Iterable<string>);
  return new Dataset({ jobIds, polygons: false, reading: reading() });
}

/** The text that every name and value of {@link hostileDataset} holds. */
export const HOSTILE = `"><script>alert(1)</script>|\`*_[a](b)&lt;\u001b`;

/** A dataset whose names and values are HTML and Markdown. */
export function hostileDataset(): Dataset {
  const rows = Array.from({ length: 24 }, (_, row) => row);
  const column = (type: "string" | "float64" | "bool", value: (row: number) => unknown) =>
    makeColumn(type, rows.map(value));
  const jobs = makeTable([
    ["job_id", column("string", (row) => `${HOSTILE}${row}`)],
    ["batch_id", column("string", () => `${HOSTILE} id`)],
    ["batch_name", column("string", () => `${HOSTILE} batch`)],
    ["generator", column("string", () => `${HOSTILE} generator`)],
    ["is_preview", column("bool", () => false)],
    ["status", column("string", (row) => (row === 3 ? `${HOSTILE} status` : "completed"))],
    [`${HOSTILE} number`, column("float64", (row) => row % 4)],
    [`${HOSTILE} text`, column("string", (row) => `${HOSTILE} level ${row % 3}`)],
    ["__proto__", column("string", (row) => `proto ${row % 2}`)],
    ["a.b[0]'\\", column("float64", (row) => (row === 5 ? null : (row * 7) % 11))],
    [`${HOSTILE} outcome`, column("float64", (row) => (row % 4) + ((row * 5) % 7) / 7)],
  ]);
  const problems = new TableBuilder({
    job_id: "string",
    file: "string",
    path: "string",
    problem: "string",
    message: "string",
  });
  for (const column of [HOSTILE, "plain"]) {
    problems.append({
      job_id: column,
      file: `${column}.json`,
      path: column,
      problem: column,
      message: column,
    });
  }
  return datasetOf(jobs, { problems: problems.toTable() });
}
