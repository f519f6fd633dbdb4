import type { IngestReport } from "../../dataset/ingest/ingest-report.ts";
import { textTable } from "../../display/text/text-table.ts";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../../io/table-format.ts";
import { countOf } from "../../util/count-of.ts";
import { formatBytes } from "../../util/format-bytes.ts";
import { type Command, command } from "../command.ts";
import { checkNoLocalOptions, ENGINE_OPTION } from "../engine-option.ts";
import { EXIT } from "../exit-status.ts";
import { OUTPUT_OPTIONS } from "../output-options.ts";
import { parseCompression } from "../parse-compression.ts";
import { parseCount } from "../parse-count.ts";
import { parseSize } from "../parse-size.ts";
import { printJson } from "../print-json.ts";
import { ProgressLine } from "../progress-line.ts";
import { UsageError } from "../usage-error.ts";

const LEAST_MEMORY = 2 ** 20;

/** Options that only Parquet has. */
const PARQUET_ONLY = [
  "workers",
  "memory",
  "partition-by",
  "from-zips",
  "part-size",
  "compression",
  "engine",
] as const;

/** Options that an engine elsewhere has no use for. */
const LOCAL: readonly string[] = ["workers", "memory", "from-zips", "part-size", "compression", "raw"];

function parseFormat(text: string): TableFormat {
  if (Object.hasOwn(EXTENSION_OF_FORMAT, text)) return text as TableFormat;
  throw new UsageError(`--format must be one of ${Object.keys(EXTENSION_OF_FORMAT).join(", ")}, got ${text}`);
}

function parseColumns(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (!names.includes("")) return names;
  throw new UsageError(`--partition-by must be names of columns with commas between them, got ${text}`);
}

/** `infinity-frames ingest`: the tables of downloaded jobs. */
export const ingest: Command = command(
  {
    name: "ingest",
    about:
      "Turn folders of downloaded jobs, or a published dataset, into tidy tables: DIR/<table>/part-….parquet. What is there already is not read again, and what was stopped is taken up where it was. Ends with 3 where something could not be read as promised; the table problems says what.",
    arguments: [{ name: "FOLDER", help: "the folder to read", repeated: true }],
    options: {
      out: { type: "string", value: "DIR", required: true, help: "the folder to write to" },
      format: {
        type: "string",
        value: "FORMAT",
        default: "parquet",
        help: "parquet; or arrow or csv, for tables that fit in memory: DIR/<table>.<format>",
      },
      polygons: { type: "boolean", help: "also write the outlines of instances, the bulk of the bytes" },
      workers: {
        type: "string",
        value: "N",
        help: "the most processes that read [default: one a core, at most 8]",
      },
      memory: {
        type: "string",
        value: "SIZE",
        help: "what reading may take, such as 2GB [default: a quarter of the machine's]",
      },
      "partition-by": {
        type: "string",
        value: "COLUMNS",
        help: "columns of jobs, such as scene,size, by whose values files are laid out in folders <column>=<key>",
      },
      "from-zips": { type: "boolean", help: "the folders hold archives of jobs, which are read as they are" },
      "part-size": {
        type: "string",
        value: "SIZE",
        help: "the bytes of labels that go to one file of each table, such as 64MB [default: a 16th of all, from 16 to 128 MiB]",
      },
      compression: {
        type: "string",
        value: "CODEC",
        help: "of files that are written now: snappy, zstd or none [default: snappy]",
      },
      strict: { type: "boolean", help: "stop at the first file that cannot be read as promised" },
      force: { type: "boolean", help: "replace tables that are there already, of other jobs or formats" },
      raw: {
        type: "boolean",
        help: "leave texts in CSV files as they are; else those that a spreadsheet would run get an apostrophe",
      },
      ...ENGINE_OPTION,
      ...OUTPUT_OPTIONS,
    },
  },
  async ({ values, args: folders, signal }) => {
    const { out, polygons, strict, force, quiet, json, workers, memory, compression } = values;
    const format = parseFormat(values.format);
    if (format !== "parquet") {
      const odd = PARQUET_ONLY.find((name) => values[name] !== undefined && values[name] !== false);
      if (odd !== undefined) throw new UsageError(`--${odd} is for --format parquet, not for ${format}`);
      const { exportDataset } = await import("../export-dataset.ts");
      return exportDataset(folders, { ...values, format, signal });
    }
    const { engine } = values;
    if (engine !== undefined) checkNoLocalOptions(values, LOCAL);
    const partSize = values["part-size"];
    const columns = values["partition-by"];
    const shared = {
      polygons,
      strict,
      force,
      partitionBy: columns === undefined ? [] : parseColumns(columns),
    };
    const options = {
      ...shared,
      fromZips: values["from-zips"],
      ...(workers !== undefined && { workers: parseCount("workers", workers, 1) }),
      ...(memory !== undefined && { memory: parseSize("memory", memory, LEAST_MEMORY) }),
      ...(partSize !== undefined && { partBytes: parseSize("part-size", partSize) }),
      ...(compression !== undefined && { compression: parseCompression(compression) }),
    };
    const progress = new ProgressLine(values);
    const { tables, jobs, problems } = await (engine === undefined ? ingestHere() : ingestThere(engine))
      .catch((error: unknown) => {
        if (signal.aborted) progress.say("Run the same command again to go on from here");
        throw error;
      })
      .finally(() => progress.end());
    if (!quiet) {
      console.error(textTable(tables.map(({ table, rows, bytes }) => [rows, table, formatBytes(bytes)])));
      const { read, kept, removed } = jobs;
      console.error(`${countOf(read, "job")} read, ${kept} kept, ${removed} removed`);
    }
    if (json) printJson({ jobs, tables, problems });
    if (problems === 0) return EXIT.ok;
    console.error(`${countOf(problems, "problem")}, listed in the table problems`);
    return EXIT.partial;

    async function ingestHere(): Promise<IngestReport> {
      const { ingest: ingestJobs } = await import("../../dataset/ingest/ingest.ts");
      return ingestJobs(folders, out, {
        ...options,
        signal,
        onProgress: ({ jobsDone, jobsTotal, bytesDone, bytesTotal }) => {
          const details = [`${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`];
          progress.show({ label: "read", done: jobsDone, total: jobsTotal, details });
        },
      });
    }

    async function ingestThere(address: string): Promise<IngestReport> {
      const { ingestThroughEngine } = await import("../ingest-through-engine.ts");
      return ingestThroughEngine(folders, { ...shared, out, address, signal, progress });
    }
  },
);
