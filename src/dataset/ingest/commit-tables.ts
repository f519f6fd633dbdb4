import { mkdir, readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { syncFolder } from "../../io/sync-folder.ts";
import { fillFileAtomic, writeFileAtomic } from "../../io/write-file-atomic.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import type { JobEntry } from "../job-files.ts";
import { TABLE_NAMES } from "../table-names.ts";
import { type Candidate, partFile } from "./candidates.ts";
import { chooseRows } from "./choose-rows.ts";
import { hashOf } from "./fingerprint.ts";
import { type Commit, finishCommit } from "./finish-commit.ts";
import { type FittedParts, fitColumns } from "./fit-columns.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { JobRecord } from "./job-record.ts";
import { writeJobRecords } from "./job-record-lines.ts";
import { jobTables } from "./job-tables.ts";
import { layOutTable } from "./lay-out-table.ts";
import { type Manifest, type ManifestTable, manifestText } from "./manifest.ts";
import { namePartitions } from "./name-partitions.ts";
import { known, metadataOf, originOf, SCHEMA_VERSION } from "./part-metadata.ts";
import { checkJobColumns, partitionKeys } from "./partition-keys.ts";
import { PART_TABLES, type TaskSettings } from "./task.ts";
import type { WorkerPool } from "./worker-pool.ts";
import { writeWholeTable } from "./write-whole-table.ts";

/** What the next tables are made of. */
export interface CommitInput {
  paths: IngestPaths;
  pool: WorkerPool;
  settings: TaskSettings;
  /** All jobs, in the order of the rows. */
  entries: readonly JobEntry[];
  /** What is known of each. */
  records: ReadonlyMap<string, JobRecord>;
  /** Parts with rows of these jobs, and of others. */
  candidates: readonly Candidate[];
  isCurrent: (candidate: Candidate, jobId: string) => boolean;
  /** What is there; null where nothing is. */
  manifest: Manifest | null;
  nextGroup: number;
}

/**
 * Makes the next tables of parts and of what is known of the jobs, and puts them in the place of the old ones.
 *
 * @throws {RangeError} When partitions are to be made by a column that `jobs` does not have.
 * @throws {FileWriteError} When the disk is full, or a file cannot be written for another reason.
 */
export async function commitTables(input: CommitInput): Promise<Manifest> {
  const { paths, pool, settings, entries, records, manifest: before } = input;
  const { next, rewritten } = paths;
  for (const folder of [next, rewritten]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  const all = entries.map((entry) => records.get(entry.jobId) as JobRecord);
  const { jobs, problems } = jobTables(entries, records);
  checkJobColumns(settings.partitionBy, jobs.columnNames());
  const keys = partitionKeys(jobs, settings.partitionBy);
  const origins = new Map(
    all.map(({ jobId, generator }, i) => [jobId, originOf(entries[i] as JobEntry, generator)]),
  );
  const context = { paths, pool, origins, keys, isCurrent: input.isCurrent };

  const order = new Map(entries.map(({ jobId }, place) => [jobId, place]));
  const placeOf = ({ part }: Candidate) => order.get(part.jobs[0]?.[0] ?? "") ?? 0;
  const chosen = (await chooseRows(input.candidates, context)).sort((a, b) => placeOf(a) - placeOf(b));
  const fitted: FittedParts[] = [];
  for (const table of PART_TABLES) {
    if (table === "polygons" && !settings.polygons) continue;
    const parts = chosen.filter(({ part }) => part.table === table);
    fitted.push(await fitColumns(table, parts, context));
  }
  const undeclared = new Set(fitted.flatMap(({ columns }) => columns.map(([name]) => name)));
  const partitions = namePartitions(settings.partitionBy, undeclared);
  const { compression } = settings;
  const tables: ManifestTable[] = [];
  for (const parts of fitted)
    tables.push(await layOutTable(parts, { folder: next, partitions, compression }));

  const mixed = fitted.flatMap((each) => each.mixed.map((column) => [each.table, column] as const));
  const hash = hashOf([
    all.map(({ jobId, fingerprint }) => [jobId, fingerprint]),
    tables.map(({ columns }) => columns),
  ]);
  for (const [name, table] of [["jobs", jobs] as const, ["problems", problems(mixed)] as const]) {
    const file = `${name}/${partFile(0, 0, hash)}`;
    const metadata = metadataOf(name, [...origins.values()]);
    const whole = await writeWholeTable(table, { name, folder: next, file, compression, metadata });
    if (name === "jobs") tables.unshift(whole);
    else tables.push(whole);
  }

  const manifest: Manifest = {
    format_version: 2,
    library_version: LIBRARY_VERSION,
    schema_version: SCHEMA_VERSION,
    polygons: settings.polygons,
    partition_by: partitions,
    next_group: input.nextGroup,
    generators: known([...origins.values()].map(({ generator }) => generator)),
    batch_ids: known([...origins.values()].map(({ batchId }) => batchId)),
    jobs: entries.map(({ jobId }) => jobId),
    tables,
  };
  const changed = tables.filter(({ name, parts }) => {
    const files = before?.tables.find((table) => table.name === name)?.parts.map(({ file }) => file);
    return JSON.stringify(files) !== JSON.stringify(parts.map(({ file }) => file));
  });
  await fillFileAtomic(join(next, basename(paths.jobs)), (file) => writeJobRecords(file, all));
  await writeFileAtomic(join(next, basename(paths.manifest)), `${manifestText(manifest)}\n`);
  for (const entry of await readdir(next, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await syncFolder(join(entry.parentPath, entry.name));
  }
  await syncFolder(next);
  const names = tables.map(({ name }) => name);
  // What no manifest knows is there only to be replaced.
  const there = before?.tables.map(({ name }) => name) ?? TABLE_NAMES;
  const commit: Commit = {
    tables: changed.map(({ name }) => name),
    gone: there.filter((name) => !names.includes(name)),
  };
  await writeFileAtomic(paths.commit, JSON.stringify(commit));
  await finishCommit(paths);
  return manifest;
}
