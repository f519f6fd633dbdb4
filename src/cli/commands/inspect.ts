import { openParquetDataset } from "../../dataset/ingest/open-parquet-dataset.ts";
import { textTable } from "../../display/text/text-table.ts";
import type { FileDescription } from "../../io/file-description.ts";
import { inspectFile } from "../../io/inspect-file.ts";
import { countOf } from "../../util/count-of.ts";
import { formatBytes } from "../../util/format-bytes.ts";
import { type Command, command } from "../command.ts";
import { EXIT } from "../exit-status.ts";
import { kindOfPath } from "../kind-of-path.ts";
import { printJson } from "../print-json.ts";

/** `infinity-frames inspect`: what a file of a table holds. */
export const inspect: Command = command(
  {
    name: "inspect",
    about:
      "Show what a Parquet or Arrow file tells of itself without reading its data: columns, rows, how it is laid out, and the texts kept beside the data. Of a folder that ingest wrote, list the tables.",
    arguments: [{ name: "FILE", help: "a Parquet or Arrow file, or a folder that ingest wrote" }],
    options: { json: { type: "boolean", help: "print one JSON document to stdout" } },
  },
  async ({ values: { json }, args: [path = ""] }) => {
    if ((await kindOfPath(path)) === "folder") await inspectFolder(path, json);
    else await inspectTable(path, json);
    return EXIT.ok;
  },
);

async function inspectFolder(path: string, json: boolean): Promise<void> {
  const dataset = await openParquetDataset(path);
  const tables = await Promise.all(
    dataset.tableNames.map(async (table) => {
      const parts = dataset.parts(table);
      const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
      return { table, rows: await dataset.numRows(table), files: parts.length, bytes };
    }),
  );
  if (json) {
    printJson({ format: "dataset", jobs: dataset.jobIds.length, tables, about: dataset.about });
    return;
  }
  const { libraryVersion, generators, batchIds, partitionBy } = dataset.about;
  printFacts([
    ["jobs", String(dataset.jobIds.length)],
    ["generators", generators.join(", ")],
    ["batches", batchIds.join(", ")],
    ["partitions by", partitionBy.join(", ")],
    ["written by", `infinity-frames ${libraryVersion}`],
  ]);
  const rows = tables.map(({ table, rows, files, bytes }) => [rows, files, formatBytes(bytes), table]);
  console.log(`\n${textTable(rows, { header: ["rows", "files", "size", "table"] })}`);
}

async function inspectTable(path: string, json: boolean): Promise<void> {
  const about = await inspectFile(path);
  if (json) {
    printJson(about);
    return;
  }
  printFacts(factsOf(about));
  const rows = about.columns.map(({ name, type, nullable }) => [type, nullable ? "" : "never missing", name]);
  console.log(`\n${textTable(rows, { header: ["type", "", "column"] })}`);
  const texts = Object.entries(about.metadata);
  if (texts.length === 0) return;
  console.log(
    `\n${textTable(texts, { header: ["metadata", ""], width: process.stdout.columns || undefined })}`,
  );
}

function factsOf({
  format,
  rows,
  columns,
  rowGroups,
  compression,
  createdBy,
}: FileDescription): [string, string][] {
  const pieces = countOf(rowGroups, format === "parquet" ? "row group" : "batch");
  return [
    ["format", format],
    ["size", `${countOf(rows, "row")} of ${countOf(columns.length, "column")}, in ${pieces}`],
    ["compression", compression.join(", ") || "none"],
    ["written by", createdBy ?? ""],
  ];
}

function printFacts(facts: readonly (readonly [string, string])[]): void {
  console.log(textTable(facts.filter(([, value]) => value !== "").map((fact) => [...fact])));
}
