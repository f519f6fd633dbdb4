import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import type { ArchivedFile } from "../../archives/read-entries.ts";
import { isMissing } from "../../io/system-codes.ts";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import { DatasetFolderError } from "../dataset-folder-error.ts";
import { filesOfJob } from "../files-of-job.ts";
import type { JobEntry, Listing } from "../job-files.ts";
import { BATCH_METADATA_FILE, readBatchMetadata } from "../read-batch-metadata.ts";
import { findZipJobs, ZIP_ENDING, type ZipJob } from "./find-zip-jobs.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type JobSource, readFiles } from "./job-source.ts";

const CONCURRENCY = 8;

/**
 * The jobs in folders of result archives, as they are downloaded: zips with a folder for each job. They are listed
 * without unpacking; jobs of a batch that the folder's metadata lists come first, in its order.
 *
 * @throws {DatasetFolderError} When a folder is not there or holds no archives, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's batch metadata cannot be understood.
 */
export async function listZipSources(
  folders: readonly string[],
  { signal }: { signal: AbortSignal | undefined },
): Promise<JobSource[]> {
  const all: JobSource[] = [];
  const homes = new Map<string, string>();
  for (const folder of folders) {
    const set = folders.length > 1 ? `${basename(resolve(folder))}/` : "";
    for (const source of await listFolder(folder, { set, signal })) {
      const { jobId } = source.entry;
      const place = source.archive?.path ?? folder;
      const home = homes.get(jobId);
      if (home !== undefined) {
        const reason = `job ${jobId} of "${place}" is also in "${home}", expected different job ids`;
        throw new DatasetFolderError(folder, reason);
      }
      homes.set(jobId, place);
      all.push(source);
    }
  }
  return all;
}

interface ListOptions {
  /** What goes before the names of files. */
  set: string;
  signal: AbortSignal | undefined;
}

async function listFolder(folder: string, { set, signal }: ListOptions): Promise<JobSource[]> {
  const zips = await zipsIn(folder);
  const batch = await readBatchMetadata(folder);
  const nameOf = (job: { job_id: string; folder?: string | undefined }) => job.folder ?? job.job_id;
  const listed = new Map(batch?.jobs.map((job) => [nameOf(job), job]));
  const options = { concurrency: CONCURRENCY, ...(signal && { signal }) };
  const found = (
    await mapConcurrently(
      zips,
      (name) => findZipJobs(join(folder, name), { set, listed: new Set(listed.keys()), signal }),
      options,
    )
  ).flat();
  const names = new Set(found.map(({ name }) => name));
  const order = [...listed.keys(), ...[...names].filter((name) => !listed.has(name)).sort()];
  return order.flatMap((name): JobSource[] => {
    const job = listed.get(name);
    const listing: Listing | null =
      batch === null || job === undefined
        ? null
        : {
            batch,
            job,
            file: set + BATCH_METADATA_FILE,
            folder: { path: join(folder, name), name: `${set}${name}/` },
          };
    const jobId = job?.job_id ?? name;
    const ofJob = found.filter((each) => each.name === name);
    if (ofJob.length === 0) return [withoutFiles({ jobId, files: null, listed: listing })];
    return ofJob.map((each) => sourceOf(each, jobId, { set, listing }));
  });
}

async function zipsIn(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder)).filter((name) => ZIP_ENDING.test(name) && !name.startsWith("."));
    if (names.length > 0) return names.sort();
  } catch (cause) {
    const reason = isMissing(cause) ? "there is no such folder" : String(cause);
    throw new DatasetFolderError(folder, reason, { cause });
  }
  throw new DatasetFolderError(folder, "it holds no archives, expected files such as <job_id>.zip");
}

function sourceOf(
  { name, zip, files, fault, mark }: ZipJob,
  jobId: string,
  { set, listing }: { set: string; listing: Listing | null },
): JobSource {
  if (files === null) {
    const entry: JobEntry = { jobId, files: null, listed: listing };
    const stamps = [{ name: fault?.file ?? zip, bytes: 0, mark }];
    return { ...withoutFiles(entry), fault, fingerprint: fingerprintOf(entry, stamps) };
  }
  const folder = { path: join(zip, name), name: `${set}${name}/` };
  const found = filesOfJob(folder, new Set(files.keys()));
  const entry: JobEntry = { jobId, files: found, listed: listing };
  const read = readFiles(found).map((file) => {
    const archived = files.get(file.name.slice(folder.name.length)) as ArchivedFile;
    return { path: file.path, name: file.name, archived };
  });
  const stamps = read.map(({ name: file, archived }) => {
    return { name: file, bytes: archived.bytes, mark: `crc ${archived.crc32}` };
  });
  return {
    entry,
    archive: { path: zip, files: Object.fromEntries(read.map(({ path, archived }) => [path, archived])) },
    fault: null,
    fingerprint: fingerprintOf(entry, stamps),
    bytes: read.reduce(
      (all, { path, archived }) => (path === found.params?.path ? all : all + archived.bytes),
      0,
    ),
    largest: Math.max(0, ...stamps.map(({ bytes }) => bytes)),
    areFiles: true,
  };
}

function withoutFiles(entry: JobEntry): JobSource {
  return {
    entry,
    archive: null,
    fault: null,
    fingerprint: fingerprintOf(entry, []),
    bytes: 0,
    largest: 0,
    areFiles: true,
  };
}
