import { checkOut } from "./check-out.ts";
import { ingestInto } from "./ingest-into.ts";
import type { IngestOptions } from "./ingest-options.ts";
import { ingestPaths } from "./ingest-paths.ts";
import type { IngestReport } from "./ingest-report.ts";
import { ingestSettings } from "./ingest-settings.ts";
import { listFolderSources } from "./list-folder-sources.ts";
import { listZipSources } from "./list-zip-sources.ts";
import { readLocally } from "./read-locally.ts";
import { whileLocked } from "./while-locked.ts";

/**
 * Reads the results of jobs, in parallel and within a budget of memory, into folders of Parquet files, one for each
 * table: `<out>/<table>/part-….parquet`. They hold the same rows as the tables of {@link openDataset}, and every file of
 * a table has the same columns. What is read is noted in `<out>/.infinity`: the next ingest into the folder reads only
 * jobs that are new, have changed, or whose rows are in files that are gone or cut, drops jobs that are no more, and one
 * that was stopped or killed is taken up where it was. The tables change all at once at the end. A job with a broken file never stops it: the job is `failed` and what
 * is wrong is in `problems`.
 *
 * @param folder The folder of a downloaded batch or a published dataset, or several; with `fromZips`, of archives.
 * @param out Where to; made if missing.
 * @throws {DatasetFolderError} When a folder is missing or holds no jobs, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's `.infinity/batch.json` cannot be understood.
 * @throws {IngestFolderError} When `out` holds other things, and `force` is not given.
 * @throws {FolderLockedError} When another ingest into `out` is running.
 * @throws {FileWriteError} When the disk is full, or a file cannot be written for another reason.
 * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
 * @throws {TypeError | RangeError} When an option is none, or its value is out of range.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const report = await ingest("results", "parquet", { partitionBy: ["scene"] });
 * report.tables.find(({ table }) => table === "annotations")?.rows; // 48
 * const dataset = await openParquetDataset("parquet");
 * dataset.jobIds.length; // 12
 * ```
 */
export async function ingest(
  folder: string | readonly string[],
  out: string,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const settings = ingestSettings(options);
  const { fromZips = false, force = false, signal, onProgress, workers } = options;
  const folders = typeof folder === "string" ? [folder] : folder;
  if (folders.length === 0) throw new TypeError("Cannot ingest no folders: expected at least one");
  signal?.throwIfAborted();
  const paths = ingestPaths(out);
  await checkOut(paths, { sources: folders, force });
  const sources = await (fromZips ? listZipSources : listFolderSources)(folders, { signal });
  const { partBytes } = settings;
  return whileLocked(paths, signal, (stop) =>
    ingestInto(paths, sources, {
      ...settings,
      options: { force, ...(workers !== undefined && { workers }) },
      signal: stop,
      reader: (pending, context) => readLocally(pending, context, { partBytes, onProgress }),
    }),
  );
}
