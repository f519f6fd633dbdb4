import { join } from "node:path";
import type { IngestOptions } from "./ingest-options.ts";
import type { IngestPaths } from "./ingest-paths.ts";
import type { Group } from "./plan-groups.ts";
import { readStaged } from "./read-staged.ts";
import { slimSources } from "./slim-source.ts";
import type { GroupResult, GroupTask } from "./task.ts";
import type { PoolProgress, WorkerPool } from "./worker-pool.ts";

const EVERY_MS = 100;

/** Where groups are read. */
export interface ReadPendingOptions {
  paths: IngestPaths;
  pool: WorkerPool;
  onProgress: IngestOptions["onProgress"];
}

/** Reads groups of jobs, but for those that an ingest which was cut short has read. */
export async function readPending(
  groups: readonly Group[],
  { paths, pool, onProgress }: ReadPendingOptions,
): Promise<GroupResult[]> {
  const results = new Map<string, GroupResult>();
  const tasks: GroupTask[] = [];
  for (const { hash, jobs } of groups) {
    const folder = join(paths.staging, hash);
    const staged = await readStaged(folder);
    if (staged !== null) results.set(hash, staged);
    else tasks.push({ kind: "group", folder, hash, jobs: slimSources(jobs), deaths: {} });
  }
  const bytesOf = ({ jobs }: Group) => jobs.reduce((all, { bytes }) => all + bytes, 0);
  const bytesTotal = groups.reduce((all, group) => all + bytesOf(group), 0);
  const jobsTotal = groups.reduce((all, { jobs }) => all + jobs.length, 0);
  let told = "";
  let toldAt = Number.NEGATIVE_INFINITY;
  const tell = (now: PoolProgress): void => {
    if (onProgress === undefined || performance.now() - toldAt < EVERY_MS) return;
    toldAt = performance.now();
    const done = groups.filter(({ hash }) => results.has(hash));
    const progress = {
      bytesDone: Math.min(
        bytesTotal,
        done.reduce((all, group) => all + bytesOf(group), now.bytesDone),
      ),
      bytesTotal,
      jobsDone: Math.min(
        jobsTotal,
        done.reduce((all, { jobs }) => all + jobs.length, now.jobsDone),
      ),
      jobsTotal,
      parts: [...results.values()].reduce((all, { parts }) => all + parts.length, 0),
    };
    if (JSON.stringify(progress) === told) return;
    told = JSON.stringify(progress);
    onProgress(progress);
  };
  await pool.readGroups(tasks, {
    onDone: ({ hash }, result) => void results.set(hash, result),
    onProgress: tell,
  });
  toldAt = Number.NEGATIVE_INFINITY;
  tell({ jobsDone: 0, bytesDone: 0 });
  return groups.map(({ hash }) => results.get(hash) as GroupResult);
}
