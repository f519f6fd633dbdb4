import { rm } from "node:fs/promises";
import type { JobEntry } from "../job-files.ts";
import { type Candidate, oldCandidates } from "./candidates.ts";
import { checkPartitionColumns } from "./check-partition-columns.ts";
import { commitTables } from "./commit-tables.ts";
import { dropLostParts } from "./drop-lost-parts.ts";
import { finishCommit } from "./finish-commit.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import type { IngestOptions } from "./ingest-options.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { IngestReport } from "./ingest-report.ts";
import type { IngestSettings } from "./ingest-settings.ts";
import type { JobReader } from "./job-reader.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import { type Manifest, readJobRecords, readManifest } from "./manifest.ts";
import { planReading } from "./plan-reading.ts";
import { reportOf } from "./report-of.ts";
import { WorkerPool } from "./worker-pool.ts";

/** Up to so many bytes are read and written sooner than another process is started. */
const SMALL = 2 ** 21;

/** How jobs are ingested. */
export interface IngestContext extends IngestSettings {
  options: Pick<IngestOptions, "force" | "workers">;
  signal: AbortSignal;
  /** Reads the jobs that are new or have changed. */
  reader: JobReader;
}

/** Brings the tables of a folder, which is locked, to what the jobs are. */
export async function ingestInto(
  paths: IngestPaths,
  sources: readonly JobSource[],
  { options, workers, task: settings, signal, reader }: IngestContext,
): Promise<IngestReport> {
  const { force = false, workers: workersGiven } = options;
  await finishCommit(paths);
  const written = await readWritten(paths).catch((error: unknown) => {
    if (force) return null;
    throw error;
  });
  const there = written && (await dropLostParts(written.manifest, paths.folder));
  const manifest = there?.manifest ?? null;
  const records = written?.records ?? [];
  const known = records.filter(({ jobId }) => !there?.lostJobs.has(jobId));
  const { pending, kept, removed } = planReading(sources, { manifest, records: known, settings });
  const entries = sources.map(({ entry }) => entry);
  if (manifest !== null && !force) checkSameJobs(paths.folder, manifest, entries);
  const counts = { read: pending.length, kept: kept.size, removed };
  const isDone = there?.isWhole === true && pending.length === 0;
  if (isDone && isSameAsBefore(there.manifest, entries, settings.partitionBy)) {
    await rm(paths.temporary, { recursive: true, force: true });
    return reportOf(there.manifest, known, counts);
  }

  await checkPartitionColumns(settings.partitionBy, {
    pending,
    records: known.filter(({ jobId }) => kept.has(jobId)),
  });
  const largest = pending.reduce((most, job) => Math.max(most, job.largest), 0);
  const parts = manifest?.tables.flatMap(({ parts }) => parts) ?? [];
  const bytes = sumOf([...pending, ...parts]);
  const isSmall = workersGiven === undefined && bytes <= SMALL;
  const pool = new WorkerPool({ workers: isSmall ? 1 : workers, settings, largest, signal, isSmall });
  try {
    const firstGroup = manifest?.next_group ?? 0;
    const inTables = parts.filter(({ table }) => table !== "jobs" && table !== "problems");
    const keptRecords = known.filter(({ jobId }) => kept.has(jobId));
    const context = { paths, pool, settings, entries, firstGroup, signal };
    const read = await reader(pending, { ...context, kept: keptRecords, parts: inTables });
    const old = oldCandidates(paths.folder, inTables);
    const isOld = new Set<Candidate>(old);
    const all = new Map([...keptRecords, ...read.records].map((record) => [record.jobId, record]));
    signal.throwIfAborted();
    const next = await commitTables({
      paths,
      pool,
      settings,
      entries,
      records: all,
      candidates: [...old, ...read.candidates],
      isCurrent: (candidate, jobId) => !isOld.has(candidate) || kept.has(jobId),
      manifest,
      nextGroup: firstGroup + read.groups,
    });
    return reportOf(next, [...all.values()], counts);
  } finally {
    await pool.close();
  }
}

function sumOf(all: readonly { bytes: number }[]): number {
  return all.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What an earlier ingest has written, if any, and what it knew of the jobs. */
async function readWritten(paths: IngestPaths): Promise<{ manifest: Manifest; records: JobRecord[] } | null> {
  const manifest = await readManifest(paths);
  return manifest && { manifest, records: await readJobRecords(paths) };
}

/**
 * Tables of other jobs are not replaced by mistake.
 *
 * @throws {IngestFolderError} When a folder has such.
 */
export function checkSameJobs(folder: string, manifest: Manifest, entries: readonly JobEntry[]): void {
  const before = new Set(manifest.jobs);
  if (before.size === 0 || entries.some(({ jobId }) => before.has(jobId))) return;
  const reason =
    "it holds the tables of other jobs; ingest all folders together, choose another one, or pass { force: true } to replace them";
  throw new IngestFolderError(folder, reason);
}

/** Whether tables are of these jobs, in this order, and in these partitions. */
export function isSameAsBefore(
  manifest: Manifest,
  entries: readonly JobEntry[],
  partitionBy: readonly string[],
): boolean {
  const ids = entries.map(({ jobId }) => jobId);
  const columns = manifest.partition_by.map(({ column }) => column);
  return JSON.stringify([manifest.jobs, columns]) === JSON.stringify([ids, partitionBy]);
}
