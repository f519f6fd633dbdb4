import { mkdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FileWriteError } from "../../io/file-write-error.ts";
import { FolderLock } from "../../io/lock/folder-lock.ts";
import type { JobEntry } from "../job-files.ts";
import { type Candidate, newCandidates, oldCandidates } from "./candidates.ts";
import { checkOut } from "./check-out.ts";
import { commitTables } from "./commit-tables.ts";
import { finishCommit } from "./finish-commit.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import type { IngestOptions } from "./ingest-options.ts";
import { type IngestPaths, ingestPaths } from "./ingest-paths.ts";
import type { IngestReport } from "./ingest-report.ts";
import { type IngestSettings, ingestSettings } from "./ingest-settings.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import { listFolderSources } from "./list-folder-sources.ts";
import { listZipSources } from "./list-zip-sources.ts";
import { type Manifest, readJobRecords, readManifest } from "./manifest.ts";
import { planGroups } from "./plan-groups.ts";
import { planReading } from "./plan-reading.ts";
import { readPending } from "./read-pending.ts";
import { reportOf } from "./report-of.ts";
import { WorkerPool } from "./worker-pool.ts";

/**
 * Reads the results of jobs, in parallel and within a budget of memory, into folders of Parquet files, one for each
 * table: `<out>/<table>/part-….parquet`. They hold the same rows as the tables of {@link openDataset}, and every file of
 * a table has the same columns. What is read is kept in `<out>/.infinity`: the next ingest into the folder reads only
 * jobs that are new or have changed, drops those that are gone, and one that was stopped or killed is taken up where it
 * was. The tables change all at once at the end. A job with a broken file never stops it: the job is `failed` and what
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
 *
 * @example
 * const report = await ingest("downloads/squats", "tables/squats", { partitionBy: ["exercise"] });
 * report.tables.find(({ table }) => table === "annotations")?.rows; // 12000
 */
export async function ingest(
  folder: string | readonly string[],
  out: string,
  options: IngestOptions = {},
): Promise<IngestReport> {
  const settings = ingestSettings(options);
  const { fromZips = false, force = false, signal } = options;
  const folders = typeof folder === "string" ? [folder] : folder;
  if (folders.length === 0) throw new TypeError("Cannot ingest no folders: expected at least one");
  signal?.throwIfAborted();
  const paths = ingestPaths(out);
  await checkOut(paths, { sources: folders, force });
  const sources = await (fromZips ? listZipSources : listFolderSources)(folders, { signal });
  await mkdir(paths.own, { recursive: true }).catch((error: unknown) => {
    throw new FileWriteError(paths.own, error);
  });
  const lock = await FolderLock.acquire(paths, { timeoutMs: 0, signal });
  const stop = signal === undefined ? lock.signal : AbortSignal.any([signal, lock.signal]);
  try {
    return await ingestInto(paths, sources, { ...settings, options: { ...options, force }, signal: stop });
  } finally {
    await rmdir(paths.temporary).catch(() => {});
    await lock.release();
    for (const made of [paths.own, dirname(paths.own)]) await rmdir(made).catch(() => {});
  }
}

interface IngestContext extends IngestSettings {
  options: IngestOptions;
  signal: AbortSignal;
}

async function ingestInto(
  paths: IngestPaths,
  sources: readonly JobSource[],
  { options, workers, partBytes, task: settings, signal }: IngestContext,
): Promise<IngestReport> {
  const { force = false } = options;
  await finishCommit(paths);
  const manifest = await readManifest(paths).catch((error: unknown) => {
    if (force) return null;
    throw error;
  });
  const known = manifest === null ? [] : await readJobRecords(paths);
  const { pending, kept, removed } = planReading(sources, { manifest, records: known, settings });
  const entries = sources.map(({ entry }) => entry);
  if (manifest !== null && !force) checkSameJobs(paths, manifest, entries);
  const counts = { read: pending.length, kept: kept.size, removed };
  if (manifest !== null && pending.length === 0 && isSameAsBefore(manifest, entries, settings.partitionBy)) {
    await rm(paths.temporary, { recursive: true, force: true });
    return reportOf(manifest, known, counts);
  }

  const groups = planGroups(pending, { partBytes, settings });
  const largest = pending.reduce((most, job) => Math.max(most, job.largest), 0);
  const pool = new WorkerPool({ workers, settings, largest, signal });
  try {
    const firstGroup = manifest?.next_group ?? 0;
    const read = await readPending(groups, { paths, pool, onProgress: options.onProgress });
    const old = oldCandidates(
      paths.folder,
      manifest?.tables.flatMap(({ name, parts }) => (name === "jobs" || name === "problems" ? [] : parts)) ??
        [],
    );
    const fresh = groups.flatMap(({ hash }, i) => {
      const parts = read[i]?.parts ?? [];
      return newCandidates(join(paths.staging, hash), parts, { number: firstGroup + i, hash });
    });
    const isOld = new Set<Candidate>(old);
    const records = new Map<string, JobRecord>();
    for (const record of known) if (kept.has(record.jobId)) records.set(record.jobId, record);
    for (const { jobs } of read) for (const record of jobs) records.set(record.jobId, record);
    signal.throwIfAborted();
    const next = await commitTables({
      paths,
      pool,
      settings,
      entries,
      records,
      candidates: [...old, ...fresh],
      isCurrent: (candidate, jobId) => !isOld.has(candidate) || kept.has(jobId),
      manifest,
      nextGroup: firstGroup + groups.length,
    });
    return reportOf(next, [...records.values()], counts);
  } finally {
    await pool.close();
  }
}

/** Tables of other jobs are not replaced by mistake. */
function checkSameJobs({ folder }: IngestPaths, manifest: Manifest, entries: readonly JobEntry[]): void {
  const before = new Set(manifest.jobs);
  if (before.size === 0 || entries.some(({ jobId }) => before.has(jobId))) return;
  const reason =
    "it holds the tables of other jobs; ingest all folders together, choose another one, or pass { force: true } to replace them";
  throw new IngestFolderError(folder, reason);
}

function isSameAsBefore(
  manifest: Manifest,
  entries: readonly JobEntry[],
  partitionBy: readonly string[],
): boolean {
  const ids = entries.map(({ jobId }) => jobId);
  const columns = manifest.partition_by.map(({ column }) => column);
  return JSON.stringify([manifest.jobs, columns]) === JSON.stringify([ids, partitionBy]);
}
