import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { JobRecord } from "./job-record.ts";
import type { JobSource } from "./job-source.ts";
import type { Manifest } from "./manifest.ts";
import type { Part } from "./part.ts";
import type { TaskSettings } from "./task.ts";

/** What is to be read. */
export interface ReadingPlan {
  /** Jobs that are new, or not as they were, or whose rows cannot be told from those of such jobs. */
  pending: JobSource[];
  /** Jobs whose rows are there. */
  kept: ReadonlySet<string>;
  /** The number of jobs that are no more. */
  removed: number;
}

/** Compares jobs with what is known of them. */
export function planReading(
  sources: readonly JobSource[],
  {
    manifest,
    records,
    damaged,
    settings,
  }: {
    manifest: Manifest | null;
    records: readonly JobRecord[];
    /** Files of the manifest that are gone or cut: what they held is to be read again. */
    damaged: ReadonlySet<Part>;
    settings: TaskSettings;
  },
): ReadingPlan {
  const isSameReader =
    manifest?.library_version === LIBRARY_VERSION && manifest.polygons === settings.polygons;
  const known = new Map(records.map((record) => [record.jobId, record]));
  const lost = new Set([...damaged].flatMap(({ jobs }) => jobs.map(([jobId]) => jobId)));
  const kept = new Set<string>();
  for (const { entry, fingerprint } of sources) {
    const record = known.get(entry.jobId);
    if (!isSameReader || record === undefined || record.fingerprint !== fingerprint) continue;
    if (lost.has(entry.jobId)) continue;
    if (record.diedWith === null || settings.memory <= record.diedWith) kept.add(entry.jobId);
  }
  // Values that were made texts because of a job that has changed are to be what they were, which only their files know.
  const mixed = new Map<string, Set<string>>();
  for (const { flush, natural, jobs } of manifest?.tables.flatMap(({ parts }) => parts) ?? []) {
    const ofFlush = mixed.get(flush) ?? new Set();
    if (natural.some(([, type]) => type.mixed)) mixed.set(flush, ofFlush);
    if (mixed.has(flush)) for (const [jobId] of jobs) ofFlush.add(jobId);
  }
  for (const jobs of mixed.values()) {
    if ([...jobs].some((jobId) => !kept.has(jobId))) for (const jobId of jobs) kept.delete(jobId);
  }
  const ids = new Set(sources.map(({ entry }) => entry.jobId));
  return {
    pending: sources.filter(({ entry }) => !kept.has(entry.jobId)),
    kept,
    removed: records.filter(({ jobId }) => !ids.has(jobId)).length,
  };
}
