import { isIngested, openParquetDataset } from "../dataset/ingest/open-parquet-dataset.ts";
import { openDataset } from "../dataset/open-dataset.ts";
import type { ReportSource } from "../report/report-source.ts";
import { InfinityFramesError } from "../util/infinity-frames-error.ts";
import { kindOfPath } from "./kind-of-path.ts";

/**
 * Opens a folder that `ingest` wrote, or folders of jobs.
 *
 * @throws {InfinityFramesError} With code `NO_FOLDER`, when one is a file, or `TABLES_MIXED`, when there are tables among
 * several folders.
 */
export async function openFolders(folders: readonly string[], signal: AbortSignal): Promise<ReportSource> {
  const [first] = folders;
  for (const folder of folders) {
    if ((await kindOfPath(folder)) !== "file") continue;
    const message = `${folder} is a file; a folder of a dataset is expected (--compare takes the file of a design)`;
    throw new InfinityFramesError("NO_FOLDER", message);
  }
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
