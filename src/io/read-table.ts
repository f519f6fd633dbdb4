import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import type { ColumnTable } from "arquero";
import { decodeText } from "../util/decode-text.ts";
import { fromArrowIpc } from "./from-arrow-ipc.ts";
import { fromCsv } from "./from-csv.ts";
import { fromJson, fromJsonLines } from "./from-json.ts";
import { fromParquet } from "./from-parquet.ts";
import { TableReadError } from "./table-read-error.ts";
import { unopenedFile } from "./unopened-file.ts";

/** A format that {@link readTable} reads; `jsonl` has an object on each line. */
export type ReadableFormat = "parquet" | "arrow" | "csv" | "json" | "jsonl";

/** Options of {@link readTable}. */
export interface ReadTableOptions {
  /** The file's format. @default by its extension: .parquet, .arrow, .feather, .csv, .tsv, .json, .jsonl or .ndjson */
  format?: ReadableFormat | undefined;
  /** What separates the cells of a CSV file. @default a tab in .tsv; else found in the header: comma, semicolon or tab */
  delimiter?: string | undefined;
}

const FORMATS: Readonly<Record<string, ReadableFormat>> = {
  ".parquet": "parquet",
  ".arrow": "arrow",
  ".feather": "arrow",
  ".csv": "csv",
  ".tsv": "csv",
  ".json": "json",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/**
 * Reads a file as a table, such as a table of jobs. Parquet and Arrow keep their types, see {@link fromParquet} and
 * {@link fromArrowIpc}. A JSON file holds an array of objects, one a row, or an object of columns. A CSV file has a header
 * line; its cells stay text, which {@link coerceJobs} turns into the types of the generator, and an empty cell is a
 * missing value. Text is UTF-8, or UTF-16 with a byte order mark.
 *
 * @throws {RangeError} When neither the option nor the extension tells the format.
 * @throws {TableReadError} When the file cannot be opened, or does not hold a table of its format; the error names the
 * file and, of text, the line.
 * @example
 * ```ts
 * import { writeFile } from "node:fs/promises";
 *
 * await writeFile("jobs.csv", "scene,num_reps\nGYM_1,1\nBEDROOM_2,\n");
 * const texts = await readTable("jobs.csv");
 * texts.objects(); // [{ scene: "GYM_1", num_reps: "1" }, { scene: "BEDROOM_2", num_reps: null }]
 * coerceJobs(session.space, texts).array("num_reps"); // [1, null]
 * ```
 */
export async function readTable(path: string, options: ReadTableOptions = {}): Promise<ColumnTable> {
  const extension = extname(path).toLowerCase();
  const { format = FORMATS[extension], delimiter = extension === ".tsv" ? "\t" : undefined } = options;
  if (format === undefined || !Object.values(FORMATS).includes(format)) {
    const known = [...new Set(Object.values(FORMATS))].join(", ");
    throw new RangeError(
      `Cannot tell the format of "${path}": expected an extension or a format of ${known}`,
    );
  }
  const bytes = await readFile(path).catch((error: unknown) => Promise.reject(unopenedFile(path, error)));
  if (bytes.length === 0) throw new TableReadError({ path, reason: "it is empty" });
  try {
    switch (format) {
      case "parquet":
        return await fromParquet(bytes);
      case "arrow":
        return fromArrowIpc(bytes);
      case "csv":
        return fromCsv(decodeText(bytes), { path, delimiter });
      case "json":
        return fromJson(decodeText(bytes), path);
      case "jsonl":
        return fromJsonLines(decodeText(bytes), path);
    }
  } catch (cause) {
    if (cause instanceof TableReadError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TableReadError({ path, reason: `not ${format}: ${reason}` }, { cause });
  }
}
