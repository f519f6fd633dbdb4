import { parseArgs } from "node:util";
import { openDataset } from "../../dataset/open-dataset.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../../io/table-format.ts";
import { EXIT } from "../exit-status.ts";
import { ProgressLine } from "../progress-line.ts";
import { UsageError } from "../usage-error.ts";

function parseFormat(text: string): TableFormat {
  if (Object.hasOwn(EXTENSION_OF_FORMAT, text)) return text as TableFormat;
  throw new UsageError(`--format must be one of ${Object.keys(EXTENSION_OF_FORMAT).join(", ")}, got ${text}`);
}

/** `infinity-frames ingest`: writes the tables of downloaded jobs; returns the exit status. */
export async function runIngest(args: string[], signal: AbortSignal): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: "string" },
      format: { type: "string", default: "parquet" },
      polygons: { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      force: { type: "boolean", default: false },
      raw: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const { out, polygons, strict, force, raw, json } = values;
  if (positionals.length === 0) throw new UsageError("ingest needs the folder to read");
  if (out === undefined) throw new UsageError("ingest needs --out DIR, the folder to write to");
  const format = parseFormat(values.format);

  const progress = new ProgressLine();
  const dataset = await openDataset(positionals, { polygons, strict, signal });
  const onRead = ({ done, total }: { done: number; total: number }) =>
    progress.show(`read ${done} of ${total} jobs`);
  const tables = await dataset
    .export(out, { format, force, guardFormulas: !raw, signal, onRead })
    .finally(() => progress.end());
  for (const { table, path, rows } of tables)
    console.error(`${String(rows).padStart(9)} ${table.padEnd(12)} ${path}`);
  const problems = dataset.problems.numRows();
  if (json) console.log(JSON.stringify({ tables, problems }, null, 2));
  if (problems === 0) return EXIT.ok;
  console.error(`${problems === 1 ? "1 problem" : `${problems} problems`}, listed in the table problems`);
  return EXIT.partial;
}
