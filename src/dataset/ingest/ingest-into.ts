import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { JobEntry } from "../job-files.ts";
import { type Candidate, newCandidates, oldCandidates } from "./candidates.ts";
import { checkPartitionColumns } from "./check-partition-columns.ts";
import { commitTables } from "./commit-tables.ts";
import { damagedParts, withoutParts } from "./damaged-parts.ts";
import { finishCommit } from "./finish-commit.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import type { IngestOptions } from "./ingest-options.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { IngestReport } from "./ingest-report.ts";
import type { IngestSettings } from "./ingest-settings.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import { type Manifest, readJobRecords, readManifest } from "./manifest.ts";
import type { Part } from "./part.ts";
import { planGroups } from "./plan-groups.ts";
import { planReading } from "./plan-reading.ts";
import { readPending } from "./read-pending.ts";
import { reportOf } from "./report-of.ts";
import { WorkerPool } from "./worker-pool.ts";

/** Up to so many bytes are read and written sooner than another process is started. */
const SMALL = 2 ** 21;

/** How jobs are ingested. */
export interface IngestContext extends IngestSettings {
  options: IngestOptions;
  signal: AbortSignal;
}

/** Brings the tables of a folder, which is locked, to what the jobs are. */
export async function ingestInto(
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
  const damaged: ReadonlySet<Part> =
    manifest === null ? new Set() : await damagedParts(paths.folder, manifest);
  const { pending, kept, removed } = planReading(sources, { manifest, records: known, damaged, settings });
  const entries = sources.map(({ entry }) => entry);
  if (manifest !== null && !force) checkSameJobs(paths, manifest, entries);
  const counts = { read: pending.length, kept: kept.size, removed };
  const isAll = damaged.size === 0 && pending.length === 0;
  if (manifest !== null && isAll && isSameAsBefore(manifest, entries, settings.partitionBy)) {
    await rm(paths.temporary, { recursive: true, force: true });
    return reportOf(manifest, known, counts);
  }

  await checkPartitionColumns(settings.partitionBy, {
    pending,
    records: known.filter(({ jobId }) => kept.has(jobId)),
  });
  const groups = planGroups(pending, { partBytes, settings });
  const largest = pending.reduce((most, job) => Math.max(most, job.largest), 0);
  const whole = manifest === null ? null : withoutParts(manifest, damaged);
  const parts = whole?.tables.flatMap(({ parts }) => parts) ?? [];
  const bytes = sumOf([...pending, ...parts]);
  const isSmall = options.workers === undefined && bytes <= SMALL;
  const pool = new WorkerPool({ workers: isSmall ? 1 : workers, settings, largest, signal, isSmall });
  try {
    const firstGroup = manifest?.next_group ?? 0;
    const read = await readPending(groups, { paths, pool, onProgress: options.onProgress });
    const old = oldCandidates(
      paths.folder,
      parts.filter(({ table }) => table !== "jobs" && table !== "problems"),
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
      manifest: whole,
      nextGroup: firstGroup + groups.length,
    });
    return reportOf(next, [...records.values()], counts);
  } finally {
    await pool.close();
  }
}

function sumOf(all: readonly { bytes: number }[]): number {
  return all.reduce((sum, { bytes }) => sum + bytes, 0);
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
