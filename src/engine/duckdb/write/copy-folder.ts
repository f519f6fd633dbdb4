import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { quoteText } from "../../../io/duckdb/quote-text.ts";
import { systemError } from "../../../io/duckdb/system-error.ts";
import { quoteName } from "../../../util/quote-name.ts";
import type { WriteOptions } from "../../engine.ts";
import { emptyTextReason } from "../../write-errors.ts";

const FORMATS = {
  parquet: "FORMAT parquet",
  csv: "FORMAT csv, HEADER true",
  json: "FORMAT json",
} as const;

/** DuckDB lays out no JSON by values: lines of JSON are CSV of one column, without quotes. */
const LINES = "FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\u0001', FILE_EXTENSION 'json'";

/** What {@link copyFolder} writes, and how. */
export interface FolderCopy {
  readonly format: NonNullable<WriteOptions["format"]>;
  readonly partitionBy: readonly string[];
  readonly query: string;
  /** Runs a statement with the query's parameters. */
  readonly run: (sql: string) => Promise<void>;
}

/**
 * Writes the rows of a query to files in a folder that is empty.
 *
 * @throws {RangeError} When a text by which files are laid out is empty.
 */
export async function copyFolder(
  folder: string,
  { query, format, partitionBy, run }: FolderCopy,
): Promise<void> {
  // A query may end with a comment.
  const rows = `(${query.replace(/;\s*$/, "")}\n)`;
  const copy =
    partitionBy.length === 0
      ? `COPY ${rows} TO ${quoteText(join(folder, `part-${randomUUID()}.${format}`))} (${FORMATS[format]})`
      : partitioned(rows, { folder, format, by: partitionBy.map(quoteName).join(", ") });
  await run(copy).catch((error: unknown) => Promise.reject(systemError(error)));
  if (partitionBy.length > 0) await checkPartitions(folder);
}

function partitioned(
  rows: string,
  { folder, format, by }: { folder: string; format: FolderCopy["format"]; by: string },
): string {
  const layout = `PARTITION_BY (${by}), OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'part-{uuid}'`;
  const isJson = format === "json";
  const lines = `(SELECT ${by}, to_json(struct_pack(*COLUMNS(* EXCLUDE (${by})))) AS line FROM ${rows})`;
  return `COPY ${isJson ? lines : rows} TO ${quoteText(folder)} (${isJson ? LINES : FORMATS[format]}, ${layout})`;
}

/** An empty text would be null to some readers. */
async function checkPartitions(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const empty = names.find((name) => name.endsWith("="));
  if (empty === undefined) return;
  const column = empty.split(/[\\/]/).at(-1)?.slice(0, -1);
  throw new RangeError(emptyTextReason(column));
}
