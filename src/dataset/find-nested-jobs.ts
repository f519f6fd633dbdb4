import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { filesOfJob, isJobFolder } from "./files-of-job.ts";
import type { FoundFiles, JobFile } from "./job-files.ts";

/** Options of {@link findNestedJobs}. */
export interface FindNestedJobsOptions {
  /** The ids that the batch lists; a folder with such a name is a job whatever it holds. */
  listed: ReadonlySet<string>;
  signal?: AbortSignal | undefined;
}

/**
 * The jobs of a downloaded batch: subfolders, named by job id, that hold `job.json`, labels or `data.csv`. Others
 * count as jobs, with nothing in them, when they are listed or have a UUID for a name.
 *
 * @param folder The batch's folder; its `name` goes before the files' names.
 */
export async function findNestedJobs(
  folder: JobFile,
  entries: readonly Dirent[],
  { listed, signal }: FindNestedJobsOptions,
): Promise<Map<string, FoundFiles>> {
  const jobs = new Map<string, FoundFiles>();
  const names = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  for (const id of names.sort()) {
    if (id.startsWith(".")) continue;
    signal?.throwIfAborted();
    const own = { path: join(folder.path, id), name: `${folder.name}${id}/` };
    const files = await namesIn(own.path);
    if (files === null) continue;
    if (isJobFolder(id, files, listed)) jobs.set(id, filesOfJob(own, files));
  }
  return jobs;
}

/** The names in a folder; none where it may not be read, null where it is not a folder. */
async function namesIn(path: string): Promise<ReadonlySet<string> | null> {
  try {
    return new Set(await readdir(path));
  } catch {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return isFolder ? new Set() : null;
  }
}
