import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine/engine.ts";
import { checkSameJobs, isSameAsBefore } from "../../ingest/ingest-into.ts";
import type { IngestReport } from "../../ingest/ingest-report.ts";
import { planReading } from "../../ingest/plan-reading.ts";
import { reportOf } from "../../ingest/report-of.ts";
import type { EngineIngestOptions } from "../engine-ingest-options.ts";
import type { EngineIngestSettings } from "../engine-ingest-settings.ts";
import { addJobs } from "./add-jobs.ts";
import { readCommit, readRecords } from "./commits.ts";
import { listAddressSources } from "./list-address-sources.ts";

/** How jobs are ingested into an address. */
export interface IngestAtAddressOptions {
  out: string;
  settings: EngineIngestSettings;
  force: boolean;
  signal: AbortSignal;
  onProgress: EngineIngestOptions["onProgress"];
}

/** Brings the tables of an address to what the jobs are; only the engine reaches them. */
export async function ingestAtAddress(
  engine: Engine,
  folders: readonly string[],
  { out, settings, force, signal, onProgress }: IngestAtAddressOptions,
): Promise<IngestReport> {
  const { task } = settings;
  const sources = await listAddressSources(engine, folders, signal);
  const entries = sources.map(({ entry }) => entry);
  const last = await readCommit(engine, out, { signal }).catch((error: unknown) => {
    if (force) return null;
    throw error;
  });
  if (last !== null && !force) checkSameJobs(out, last.manifest, entries);
  const records = last === null ? [] : await readRecords(engine, { folder: out, ...last }, { signal });
  const manifest = last?.manifest ?? null;
  const plan = planReading(sources, { manifest, records, settings: task });
  const { pending, kept, removed } = plan;
  const columns = manifest?.partition_by.map(({ column }) => column) ?? [];
  // Rows of a file at an address are not taken out again: where some are to go, all is read anew.
  const goesOn =
    manifest !== null &&
    kept.size === manifest.jobs.length &&
    JSON.stringify(columns) === JSON.stringify(task.partitionBy);
  const counts = { read: pending.length, kept: kept.size, removed };
  if (goesOn && pending.length === 0 && isSameAsBefore(manifest, entries, task.partitionBy)) {
    return reportOf(manifest, records, counts);
  }
  const here = await mkdtemp(join(tmpdir(), "infinity-frames-ingest-"));
  try {
    const options = { engine, out, settings, signal, onProgress, here, sources };
    const added = goesOn ? await addJobs(pending, { ...options, last, records }) : null;
    if (added !== null) return reportOf(added.manifest, added.jobs, counts);
    const number = last?.number ?? 0;
    const made = await addJobs(sources, { ...options, last: null, number, records: [] });
    if (made === null) throw new Error("Tables that are made anew have columns of their own");
    return reportOf(made.manifest, made.jobs, { read: sources.length, kept: 0, removed });
  } finally {
    await rm(here, { recursive: true, force: true });
  }
}
