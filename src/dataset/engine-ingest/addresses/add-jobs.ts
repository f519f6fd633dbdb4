import { join } from "node:path";
import type { Engine } from "../../../engine/engine.ts";
import { LIBRARY_VERSION } from "../../../util/library-version.ts";
import { isAddress } from "../../engine-folder.ts";
import { hashOf } from "../../ingest/fingerprint.ts";
import { ingestPaths } from "../../ingest/ingest-paths.ts";
import type { JobRecord } from "../../ingest/job-record.ts";
import type { JobSource } from "../../ingest/job-source.ts";
import { jobTables } from "../../ingest/job-tables.ts";
import type { Manifest, ManifestTable } from "../../ingest/manifest.ts";
import { namePartitions } from "../../ingest/name-partitions.ts";
import { known, originOf, SCHEMA_VERSION } from "../../ingest/part-metadata.ts";
import { partitionKeys } from "../../ingest/partition-keys.ts";
import { PART_TABLES, type PartTableName } from "../../ingest/task.ts";
import { areSameColumns, unifyColumns } from "../../ingest/unify-columns.ts";
import { WorkerPool } from "../../ingest/worker-pool.ts";
import type { EngineContext } from "../engine-context.ts";
import type { EngineIngestOptions } from "../engine-ingest-options.ts";
import type { EngineIngestSettings } from "../engine-ingest-settings.ts";
import { IngestProgressTeller } from "../ingest-progress-teller.ts";
import { readOnEngine } from "../read-on-engine.ts";
import type { TableColumns } from "../table-plans.ts";
import { addressWorkspace } from "./address-workspace.ts";
import type { AddressCommit } from "./read-commit.ts";
import { copyHere } from "./read-remote-files.ts";
import { remoteRecords } from "./remote-records.ts";
import { uploadParts } from "./upload-parts.ts";
import { writeCommit } from "./write-commit.ts";
import { writeJobTable } from "./write-job-table.ts";

/** What jobs are added to. */
export interface AddJobsOptions {
  engine: Engine;
  out: string;
  settings: EngineIngestSettings;
  signal: AbortSignal;
  onProgress: EngineIngestOptions["onProgress"];
  /** A folder of this machine for what means nothing afterwards. */
  here: string;
  /** All jobs of the tables. */
  sources: readonly JobSource[];
  /** The tables that are there and stay; null where all are made anew. */
  last: AddressCommit | null;
  /** The number of the commit that is there, understood or not; 0 where there is none. */
  number: number;
  /** What is known of the jobs of the tables that stay. */
  records: readonly JobRecord[];
}

/** The tables of an address, and what is known of their jobs. */
export interface AddedJobs {
  manifest: Manifest;
  jobs: readonly JobRecord[];
}

/**
 * Reads jobs, and writes their rows to an address beside those that are there.
 *
 * @returns Null where the columns of tables that are there do not hold the values of the jobs.
 */
export async function addJobs(
  pending: readonly JobSource[],
  { engine, out, settings, signal, onProgress, here, sources, last, number, records }: AddJobsOptions,
): Promise<AddedJobs | null> {
  const { task } = settings;
  const entries = sources.map(({ entry }) => entry);
  const progress = new IngestProgressTeller(onProgress);
  const workspace = addressWorkspace(engine, out, { run: number + 1, signal });
  const context: EngineContext = { engine, workspace, settings, progress, signal };
  const largest = pending.reduce((most, job) => Math.max(most, job.largest), 0);
  const bytes = pending.reduce((sum, job) => sum + job.bytes, 0);
  const isSmall = bytes <= 2 ** 21;
  const pool = new WorkerPool({
    workers: isSmall ? 1 : settings.workers,
    settings: task,
    largest,
    isSmall,
    signal,
  });
  try {
    const old = last?.manifest.tables.flatMap(({ parts }) => parts) ?? [];
    const inTables = old.filter(({ table }) => table !== "jobs" && table !== "problems");
    const reading = {
      paths: ingestPaths(here),
      pool,
      settings: task,
      entries,
      kept: records,
      parts: inTables,
      firstGroup: last?.manifest.next_group ?? 0,
      signal,
    };
    const read = await readOnEngine(pending, reading, {
      engine,
      settings,
      onProgress,
      remote: {
        workspace,
        records: (jobs) => remoteRecords(jobs, context),
        fetch: async (odd) => {
          const copies: JobSource[] = [];
          for (const [i, source] of odd.entries()) {
            const folder = join(here, "odd", String(i));
            copies.push(await copyHere(source, { engine, folder, signal }));
          }
          return copies;
        },
      },
    });
    progress.begin("commit");
    const all = new Map([...records, ...read.records].map((record) => [record.jobId, record]));
    const parts = [...inTables, ...read.candidates.map(({ part }) => part)];
    const unified = PART_TABLES.map((table) => {
      return {
        table,
        ...unifyColumns(
          table,
          parts.filter((part) => part.table === table),
        ),
      };
    });
    const columns = Object.fromEntries(
      unified.map((each) => [each.table, each.columns]),
    ) as Partial<TableColumns> as TableColumns;
    const fits = (last?.manifest.tables ?? []).every(({ name, columns: before, parts: there }) => {
      return (
        there.length === 0 || !(name in columns) || areSameColumns(before, columns[name as PartTableName])
      );
    });
    if (!fits) return null;

    const { jobs, problems } = jobTables(entries, all);
    const keys = partitionKeys(jobs, task.partitionBy);
    const names = new Set(Object.values(columns).flatMap((table) => table.map(([name]) => name)));
    const partitions = namePartitions(task.partitionBy, names);
    const mine = read.candidates.filter(({ source }) => !isAddress(source));
    const temporary = join(here, "rewritten");
    const uploaded = await uploadParts(mine, { temporary, columns, partitions, keys }, context);
    const written = [...read.candidates.filter(({ source }) => isAddress(source)), ...uploaded];
    const prefix = `${out.replace(/\/+$/, "")}/`;
    const added = written.map(({ part, source }) => ({ ...part, file: source.slice(prefix.length) }));
    const tables: ManifestTable[] = PART_TABLES.filter((name) => name !== "polygons" || task.polygons).map(
      (name) => {
        const own = [...inTables, ...added].filter(({ table }) => table === name);
        return { name, columns: columns[name], parts: own };
      },
    );
    const hash = hashOf([number, [...all.values()].map((record) => record.fingerprint)]);
    const mixed = unified.flatMap((each) => each.mixed.map((column) => [each.table, column] as const));
    const whole = { hash, out };
    tables.unshift(await writeJobTable(jobs, { ...whole, name: "jobs" }, context));
    tables.push(await writeJobTable(problems(mixed), { ...whole, name: "problems" }, context));

    const ordered = entries.flatMap(({ jobId }) => all.get(jobId) ?? []);
    const origins = ordered.map(({ generator }, i) =>
      originOf(entries[i] as (typeof entries)[number], generator),
    );
    const manifest: Manifest = {
      format_version: 2,
      library_version: LIBRARY_VERSION,
      schema_version: SCHEMA_VERSION,
      polygons: task.polygons,
      partition_by: partitions,
      next_group: reading.firstGroup + read.groups,
      generators: known(origins.map(({ generator }) => generator)),
      batch_ids: known(origins.map(({ batchId }) => batchId)),
      jobs: entries.map(({ jobId }) => jobId),
      tables,
    };
    signal.throwIfAborted();
    const commit = {
      number: number + 1,
      manifest,
      records: `.infinity/ingest/jobs/run-${hash}`,
      jobs: ordered,
    };
    await writeCommit(context, out, commit);
    return { manifest, jobs: ordered };
  } finally {
    await pool.close();
  }
}
