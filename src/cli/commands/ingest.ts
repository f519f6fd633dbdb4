import { openDataset } from "../../dataset/open-dataset.ts";
import { FileExistsError } from "../../io/file-exists-error.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../../io/table-format.ts";
import { type Command, command } from "../command.ts";
import { countOf } from "../count-of.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { printJson } from "../print-json.ts";
import { ProgressLine } from "../progress-line.ts";
import { textTable } from "../text-table.ts";
import { UsageError } from "../usage-error.ts";

function parseFormat(text: string): TableFormat {
  if (Object.hasOwn(EXTENSION_OF_FORMAT, text)) return text as TableFormat;
  throw new UsageError(`--format must be one of ${Object.keys(EXTENSION_OF_FORMAT).join(", ")}, got ${text}`);
}

/** Says which option replaces files. */
function explainExisting(error: unknown): never {
  if (!(error instanceof FileExistsError)) throw error;
  throw new Error(`${error.path} exists; pass --force to replace it, or choose another folder`, {
    cause: error,
  });
}

/** `infinity-frames ingest`: the tables of downloaded jobs. */
export const ingest: Command = command(
  {
    name: "ingest",
    about:
      "Turn folders of downloaded jobs, or a published dataset, into tidy tables: DIR/<table>.<format>. Ends with 3 where something could not be read as promised; the table problems says what.",
    arguments: [{ name: "FOLDER", help: "the folder to read", repeated: true }],
    options: {
      out: { type: "string", value: "DIR", required: true, help: "the folder to write to" },
      format: { type: "string", value: "FORMAT", default: "parquet", help: "parquet, arrow or csv" },
      polygons: { type: "boolean", help: "also write the outlines of instances, the bulk of the bytes" },
      strict: { type: "boolean", help: "stop at the first file that cannot be read as promised" },
      force: { type: "boolean", help: "replace tables that are there already" },
      raw: {
        type: "boolean",
        help: "leave texts in CSV files as they are; else those that a spreadsheet would run get an apostrophe",
      },
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: folders, signal }) => {
    const { out, polygons, strict, force, raw, json, quiet } = values;
    const format = parseFormat(values.format);
    const progress = new ProgressLine(values);
    const dataset = await openDataset(folders, { polygons, strict, signal });
    const onRead = ({ done, total }: { done: number; total: number }) =>
      progress.show({ label: "read", done, total });
    const tables = await dataset
      .export(out, { format, force, guardFormulas: !raw, signal, onRead })
      .catch(explainExisting)
      .finally(() => progress.end());
    if (!quiet) console.error(textTable(tables.map(({ table, rows, path }) => [rows, table, path])));
    const problems = dataset.problems.numRows();
    if (json) printJson({ tables, problems });
    if (problems === 0) return EXIT.ok;
    console.error(`${countOf(problems, "problem")}, listed in the table problems`);
    return EXIT.partial;
  },
);
