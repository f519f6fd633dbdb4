import { basename, resolve } from "node:path";
import { DatasetFolderError } from "./dataset-folder-error.ts";
import { pathBelow } from "./engine-folder.ts";
import { findFlatJobs } from "./find-flat-jobs.ts";
import { findNestedJobs } from "./find-nested-jobs.ts";
import type { FoundFiles, JobEntry } from "./job-files.ts";
import { FILE_SYSTEM, type JobStorage } from "./job-storage.ts";
import { BATCH_METADATA_FILE, readBatchMetadata } from "./read-batch-metadata.ts";

const EXPECTED =
  'expected subfolders named by job id with "job.json", "labels.json" or "data.csv", or files such as ' +
  '"00004_params.json" and "00004_labels.json"';

/** Options of {@link listJobs}. */
export interface ListJobsOptions {
  signal?: AbortSignal | undefined;
  /** Where the folders lie. @default the file system */
  storage?: JobStorage | undefined;
}

/**
 * Lists the jobs of one or several folders without reading their files. Jobs that a batch lists come first, in
 * its order; the others follow by name.
 *
 * @throws {DatasetFolderError} When a folder is not there or holds no jobs, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's batch metadata cannot be understood.
 */
export async function listJobs(
  folders: readonly string[],
  { signal, storage = FILE_SYSTEM }: ListJobsOptions = {},
): Promise<JobEntry[]> {
  const all: JobEntry[] = [];
  const homes = new Map<string, string>();
  for (const folder of folders) {
    signal?.throwIfAborted();
    const set = folders.length > 1 ? `${basename(resolve(folder))}/` : "";
    for (const entry of await listFolder(folder, { set, signal, storage })) {
      const home = homes.get(entry.jobId);
      if (home !== undefined) {
        const place = home === folder ? "is there twice" : `is also in "${home}"`;
        throw new DatasetFolderError(folder, `job ${entry.jobId} ${place}, expected different job ids`);
      }
      homes.set(entry.jobId, folder);
      all.push(entry);
    }
  }
  return all;
}

async function listFolder(
  path: string,
  { set, signal, storage }: { set: string; signal: AbortSignal | undefined; storage: JobStorage },
): Promise<JobEntry[]> {
  const entries = await storage.entriesIn(path);
  const batch = await readBatchMetadata(path, storage);
  const listed = new Map(batch?.jobs.map((job) => [job.job_id, job]));
  const folder = { path, name: set };
  const names = entries.filter(({ mayBeFile }) => mayBeFile).map(({ name }) => name);
  const idOf = new Map(batch?.jobs.map(({ job_id, folder = job_id }) => [folder, job_id]));
  const found = await findNestedJobs(folder, entries, { listed: new Set(idOf.keys()), storage, signal });
  const nested = new Map([...found].map(([name, files]) => [idOf.get(name) ?? name, files]));
  const flat = findFlatJobs(folder, names);

  const jobs: JobEntry[] = [];
  for (const id of listed.keys()) {
    if (!nested.has(id) && !flat.has(id)) add(id, id, null);
    else addFound(id);
  }
  for (const id of nested.keys()) if (!listed.has(id)) addFound(id);
  for (const id of flat.keys()) if (!listed.has(id) && !nested.has(id)) addFound(id);
  if (jobs.length === 0) throw new DatasetFolderError(path, `it holds no jobs, ${EXPECTED}${hintOf(names)}`);
  return jobs;

  function addFound(id: string): void {
    const own = nested.get(id);
    if (own !== undefined) add(id, id, own);
    const shared = flat.get(id);
    if (shared !== undefined) add(id, set + id, shared);
  }

  function add(id: string, jobId: string, files: FoundFiles | null): void {
    const job = listed.get(id);
    const file = set + BATCH_METADATA_FILE;
    const name = job?.folder ?? id;
    const own = { path: pathBelow(path, name), name: `${set}${name}/` };
    jobs.push({
      jobId,
      files,
      listed: batch === null || job === undefined ? null : { batch, job, file, folder: own },
    });
  }
}

/** What a folder without jobs may be. */
function hintOf(names: readonly string[]): string {
  if (names.includes("job.json")) return "; it is the folder of one job, give the one around it";
  const hasArchives = names.some((name) => name.toLowerCase().endsWith(".zip"));
  return hasArchives ? "; ingest reads archives with { fromZips: true }" : "";
}
