import type { Engine, StatementOptions } from "../../../engine/engine.ts";
import { isMissingFile } from "../../engine-dataset-errors.ts";
import { fileBelow } from "../../engine-folder.ts";
import { parseExactJson } from "../../ingest/exact-json.ts";
import { IngestFolderError } from "../../ingest/ingest-folder-error.ts";
import type { JobRecord } from "../../ingest/job-record.ts";

/**
 * Reads what is known of the jobs of a commit.
 *
 * @throws {IngestFolderError} When it is gone or broken.
 */
export async function readRecords(
  engine: Engine,
  { folder, records }: { folder: string; records: string },
  options: StatementOptions,
): Promise<JobRecord[]> {
  const path = fileBelow(folder, records);
  try {
    await engine.registerDataset({ job_records: { format: "parquet", files: [path] } }, options);
    const query = "SELECT line FROM job_records ORDER BY place";
    const rows = (await engine.query(query, undefined, options).toTable()).objects();
    return rows.map((row) => parseExactJson((row as { line: string }).line) as JobRecord);
  } catch (cause) {
    if (!isMissingFile(cause) && !(cause instanceof SyntaxError)) throw cause;
    throw new IngestFolderError(folder, `${path} is gone or broken; ingest with { force: true }`, { cause });
  }
}
