import { openDataset } from "../dataset/open-dataset.ts";
import { textTable } from "../display/text/text-table.ts";
import type { TableFormat } from "../io/table-format.ts";
import { countOf } from "../util/count-of.ts";
import { EXIT } from "./exit-status.ts";
import { printJson } from "./print-json.ts";
import { ProgressLine } from "./progress-line.ts";

/** What is written, and how. */
export interface ExportDatasetOptions {
  out: string;
  format: TableFormat;
  polygons: boolean;
  strict: boolean;
  force: boolean;
  raw: boolean;
  json: boolean;
  quiet: boolean;
  signal: AbortSignal;
}

/** Reads jobs into memory and writes their tables to one file each; returns the exit status. */
export async function exportDataset(
  folders: readonly string[],
  options: ExportDatasetOptions,
): Promise<number> {
  const { out, format, polygons, strict, force, raw, json, quiet, signal } = options;
  const progress = new ProgressLine(options);
  const dataset = await openDataset(folders, { polygons, strict, signal });
  const onRead = ({ done, total }: { done: number; total: number }) =>
    progress.show({ label: "read", done, total });
  const tables = await dataset
    .export(out, { format, force, guardFormulas: !raw, signal, onRead })
    .finally(() => progress.end());
  if (!quiet) console.error(textTable(tables.map(({ table, rows, path }) => [rows, table, path])));
  const problems = dataset.problems.numRows();
  if (json) printJson({ tables, problems });
  if (problems === 0) return EXIT.ok;
  console.error(`${countOf(problems, "problem")}, listed in the table problems`);
  return EXIT.partial;
}
