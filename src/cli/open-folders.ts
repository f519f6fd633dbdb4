import { isIngested, openParquetDataset } from "../dataset/ingest/open-parquet-dataset.ts";
import { openDataset } from "../dataset/open-dataset.ts";
import type { ReportSource } from "../report/report-source.ts";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * Opens a folder that `ingest` wrote, or folders of jobs.
 *
 * @throws {InfinityFramesError} With code `TABLES_MIXED`, when there are tables among several folders.
 */
export async function openFolders(folders: readonly string[], signal: AbortSignal): Promise<ReportSource> {
  const [first] = folders;
  for (const folder of folders) {
    if (!(await isIngested(folder))) continue;
    if (folders.length === 1 && first !== undefined) return openParquetDataset(first);
    throw new InfinityFramesError(
      "TABLES_MIXED",
      `Cannot open several folders as one: ${folder} holds tables that ingest wrote; give it alone, or ingest all jobs into one folder`,
    );
  }
  return openDataset(folders, { signal });
}
