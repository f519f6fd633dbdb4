import { pathBelow } from "./engine-folder.ts";
import { filesOfJob, isJobFolder } from "./files-of-job.ts";
import type { FoundFiles, JobFile } from "./job-files.ts";
import type { JobStorage, StoredEntry } from "./job-storage.ts";

/** Options of {@link findNestedJobs}. */
export interface FindNestedJobsOptions {
  /** The ids that the batch lists; a folder with such a name is a job whatever it holds. */
  listed: ReadonlySet<string>;
  storage: JobStorage;
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
  entries: readonly StoredEntry[],
  { listed, storage, signal }: FindNestedJobsOptions,
): Promise<Map<string, FoundFiles>> {
  const jobs = new Map<string, FoundFiles>();
  const names = entries.filter(({ mayBeFolder }) => mayBeFolder).map(({ name }) => name);
  for (const id of names.sort()) {
    if (id.startsWith(".")) continue;
    signal?.throwIfAborted();
    const own = { path: pathBelow(folder.path, id), name: `${folder.name}${id}/` };
    const files = await storage.namesIn(own.path);
    if (files === null) continue;
    if (isJobFolder(id, files, listed)) jobs.set(id, filesOfJob(own, files));
  }
  return jobs;
}
