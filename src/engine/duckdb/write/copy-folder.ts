import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { quoteText } from "../../../io/duckdb/quote-text.ts";
import { systemError } from "../../../io/duckdb/system-error.ts";
import { quoteName } from "../../../util/quote-name.ts";
import type { WriteOptions } from "../../engine.ts";

const FORMATS = {
  parquet: "FORMAT parquet",
  csv: "FORMAT csv, HEADER true",
  json: "FORMAT json",
} as const;

/** What {@link copyFolder} writes, and how. */
export interface FolderCopy extends Required<Pick<WriteOptions, "format" | "partitionBy">> {
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
  { query, format = "parquet", partitionBy = [], run }: FolderCopy,
): Promise<void> {
  const partitions =
    partitionBy.length === 0
      ? ""
      : `, PARTITION_BY (${partitionBy.map(quoteName).join(", ")}), OVERWRITE_OR_IGNORE true, FILENAME_PATTERN 'part-{uuid}'`;
  const target = partitionBy.length === 0 ? join(folder, `part-${randomUUID()}.${format}`) : folder;
  // A query may end with a comment.
  const rows = `(${query.replace(/;\s*$/, "")}\n)`;
  const copy = `COPY ${rows} TO ${quoteText(target)} (${FORMATS[format]}${partitions})`;
  await run(copy).catch((error: unknown) => Promise.reject(systemError(error)));
  if (partitionBy.length > 0) await checkPartitions(folder);
}

/** An empty text would be null to some readers. */
async function checkPartitions(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const empty = names.find((name) => name.endsWith("="));
  if (empty === undefined) return;
  const column = empty.split(/[\\/]/).at(-1)?.slice(0, -1);
  throw new RangeError(
    `Cannot write a table by the values of "${column}": one is an empty text, which engines read as null`,
  );
}
