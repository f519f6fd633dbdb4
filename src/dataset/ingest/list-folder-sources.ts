import { stat } from "node:fs/promises";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import type { JobEntry, JobFile } from "../job-files.ts";
import { listJobs } from "../list-jobs.ts";
import type { FileStamp } from "./fingerprint.ts";
import { folderSource, type JobSource, readFiles } from "./job-source.ts";

const CONCURRENCY = 32;

/**
 * The jobs of folders, in the order of the tables' rows, with the sizes and times of their files.
 *
 * @throws {DatasetFolderError} When a folder is not there or holds no jobs, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's batch metadata cannot be understood.
 */
export async function listFolderSources(
  folders: readonly string[],
  { signal }: { signal: AbortSignal | undefined },
): Promise<JobSource[]> {
  const entries = await listJobs(folders, { signal });
  return mapConcurrently(entries, sourceOf, { concurrency: CONCURRENCY, ...(signal && { signal }) });
}

/** A job of a folder, with the sizes and times of its files. */
export async function sourceOf(entry: JobEntry): Promise<JobSource> {
  const files = entry.files === null ? [] : readFiles(entry.files);
  const looks = await Promise.all(files.map(stampOf));
  const areFiles = looks.every(({ isFile }) => isFile);
  return folderSource(
    entry,
    looks.map(({ stamp }) => stamp),
    areFiles,
  );
}

/** A file that cannot be looked at is found unreadable when it is read. */
async function stampOf({ path, name }: JobFile): Promise<{ stamp: FileStamp; isFile: boolean }> {
  try {
    const found = await stat(path, { bigint: true });
    return {
      stamp: { name, bytes: Number(found.size), mark: String(found.mtimeNs) },
      isFile: found.isFile(),
    };
  } catch (error) {
    const mark = String((error as NodeJS.ErrnoException).code);
    return { stamp: { name, bytes: 0, mark }, isFile: false };
  }
}
