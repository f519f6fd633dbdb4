import { join } from "node:path";
import type { Engine } from "../../engine/engine.ts";
import { LabelTables } from "../../labels/label-tables.ts";
import type { Candidate } from "../ingest/candidates.ts";
import { hashOf } from "../ingest/fingerprint.ts";
import type { JobsRead, ReadingContext } from "../ingest/job-reader.ts";
import { type JobRecord, readJobOf } from "../ingest/job-record.ts";
import type { JobSource } from "../ingest/job-source.ts";
import { namePartitions } from "../ingest/name-partitions.ts";
import { checkJobColumns, partitionKeys } from "../ingest/partition-keys.ts";
import { readLocally } from "../ingest/read-locally.ts";
import type { JobEntry } from "../job-files.ts";
import { jobsTable } from "../jobs-table.ts";
import type { EngineContext } from "./engine-context.ts";
import { engineJobs, filesIn } from "./engine-files.ts";
import type { EngineIngestOptions } from "./engine-ingest-options.ts";
import type { EngineIngestSettings } from "./engine-ingest-settings.ts";
import { engineParts } from "./engine-parts.ts";
import { engineRecords } from "./engine-records.ts";
import { IngestProgressTeller } from "./ingest-progress-teller.ts";
import { stageAll } from "./stage-all.ts";
import { commonColumns, stageColumns } from "./table-plans.ts";
import { localWorkspace } from "./workspace.ts";
import { writeTables } from "./write-tables.ts";

/** How jobs are read on an engine. */
export interface ReadOnEngineOptions {
  engine: Engine;
  settings: EngineIngestSettings;
  onProgress: EngineIngestOptions["onProgress"];
}

/**
 * Reads jobs on an engine: it makes Parquet files of their labels and motion samples, with columns that a sample of the
 * files has shown. Jobs that this does not fit are read on this machine, before the engine writes the tables, so that
 * these have columns for both.
 */
export async function readOnEngine(
  pending: readonly JobSource[],
  reading: ReadingContext,
  { engine, settings, onProgress }: ReadOnEngineOptions,
): Promise<JobsRead> {
  const { paths, signal, firstGroup } = reading;
  const workspace = localWorkspace(join(paths.temporary, "engine"));
  const progress = new IngestProgressTeller(onProgress);
  const context: EngineContext = { engine, workspace, settings, progress, signal };
  const jobs = engineJobs(pending);
  progress.begin("sample", {
    filesTotal: jobs.reduce((sum, job) => sum + filesIn(job), 0),
    bytesTotal: pending.reduce((sum, { bytes }) => sum + bytes, 0),
  });
  const { stages, facts, odd } = await stageAll(jobs, context);

  progress.begin("read");
  const plain = await engineRecords(facts, { strict: settings.task.strict, signal });
  const oddSources = odd.map(({ source }) => source);
  const local = await readLocally(oddSources, reading, { partBytes: undefined, onProgress: undefined });
  const records = [...plain, ...local.records];

  progress.begin("write");
  const keys = keysOf(reading.entries, [...reading.kept, ...records], settings.task.partitionBy);
  const own = [];
  for (const stage of stages) own.push(await stageColumns(stage, context));
  const parts = [...reading.parts, ...local.candidates.map(({ part }) => part)];
  const columns = commonColumns(own, parts);
  const names = new Set(Object.values(columns).flatMap((table) => table.map(([name]) => name)));
  const partitions = namePartitions(settings.task.partitionBy, names);
  const candidates: Candidate[] = [...local.candidates];
  for (const [i, stage] of stages.entries()) {
    const stageOwn = own[i];
    if (stageOwn === undefined) continue;
    const { staged } = stage;
    const oddIds = stage.odd.map(({ source }) => source.entry.jobId);
    const hash = hashOf([staged.labels, staged.motion, oddIds, columns, partitions, [...keys]]);
    const folder = `tables-${hash}`;
    const written = await writeTables(stage, context, { columns, partitions, keys, folder });
    progress.begin("commit");
    const group = firstGroup + local.groups + i;
    const about = { tables: written, folder, own: stageOwn, columns, depth: partitions.length, group, hash };
    candidates.push(...(await engineParts(about, context)));
  }
  return { records, candidates, groups: local.groups + stages.length };
}

/** The keys of the partition that each job belongs to. */
function keysOf(
  entries: readonly JobEntry[],
  records: readonly JobRecord[],
  partitionBy: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  if (partitionBy.length === 0) return new Map();
  const byId = new Map(records.map((record) => [record.jobId, record]));
  const jobs = entries.map((entry) => readJobOf(byId.get(entry.jobId) as JobRecord, entry));
  const { table } = jobsTable(jobs, new LabelTables());
  checkJobColumns(partitionBy, table.columnNames());
  return partitionKeys(table, partitionBy);
}
