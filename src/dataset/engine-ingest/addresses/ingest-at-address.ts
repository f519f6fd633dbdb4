import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine/engine.ts";
import { IngestFolderError } from "../../ingest/ingest-folder-error.ts";
import { checkSameJobs, isSameAsBefore } from "../../ingest/ingest-into.ts";
import type { IngestReport } from "../../ingest/ingest-report.ts";
import type { JobRecord } from "../../ingest/job-record.ts";
import { planReading } from "../../ingest/plan-reading.ts";
import { reportOf } from "../../ingest/report-of.ts";
import type { EngineIngestOptions } from "../engine-ingest-options.ts";
import type { EngineIngestSettings } from "../engine-ingest-settings.ts";
import { addJobs } from "./add-jobs.ts";
import { listAddressSources } from "./list-address-sources.ts";
import { type AddressCommit, findCommit, parseCommit } from "./read-commit.ts";
import { readRecords } from "./read-records.ts";

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
  // Tables that are made anew go behind a commit that is not understood, too: the highest number counts.
  const found = await findCommit(engine, out, { signal });
  const { last, records } = await readTables().catch((error: unknown) => {
    if (force && error instanceof IngestFolderError) return { last: null, records: [] };
    throw error;
  });
  const manifest = last?.manifest ?? null;
  if (manifest !== null && !force) checkSameJobs(out, manifest, entries);
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
    const number = found?.number ?? 0;
    const options = { engine, out, settings, signal, onProgress, here, sources, number };
    const added = goesOn ? await addJobs(pending, { ...options, last, records }) : null;
    if (added !== null) return reportOf(added.manifest, added.jobs, counts);
    const made = await addJobs(sources, { ...options, last: null, records: [] });
    if (made === null) throw new Error("Tables that are made anew have columns of their own");
    return reportOf(made.manifest, made.jobs, { read: sources.length, kept: 0, removed });
  } finally {
    await rm(here, { recursive: true, force: true });
  }

  async function readTables(): Promise<{ last: AddressCommit | null; records: JobRecord[] }> {
    if (found === null) return { last: null, records: [] };
    const last = parseCommit(found, out);
    return { last, records: await readRecords(engine, { folder: out, ...last }, { signal }) };
  }
}
