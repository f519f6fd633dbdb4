import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { MISSING_KEY } from "../ingest/partition-key.ts";
import type { EngineContext } from "./engine-context.ts";
import { registerRows } from "./register-rows.ts";
import type { StagedJobs } from "./stage-jobs.ts";

/** The keys of the partitions that jobs belong to. */
export interface AddKeysOptions {
  staged: StagedJobs;
  keys: ReadonlyMap<string, readonly string[]>;
  /** How many there are of each job. */
  count: number;
}

/** Gives `staged` and `staged_motion` a column `key_<n>` for each key of the partition that the job belongs to. */
export async function addKeys(
  { staged, keys, count }: AddKeysOptions,
  context: EngineContext,
): Promise<void> {
  const { engine, progress, signal } = context;
  const options = progress.statement(signal);
  const ids = staged.jobs.map(({ source }) => source.entry.jobId);
  const columns = Array.from({ length: count }, (_, i) => {
    const values = ids.map((id) => keys.get(id)?.[i] ?? MISSING_KEY);
    const texts = values.map((key) => (key === MISSING_KEY ? null : key));
    return [`key_${i}`, makeColumn("string", texts)] as const;
  });
  await registerRows("job_keys", makeTable([["key_job", makeColumn("string", ids)], ...columns]), context);
  // A join keeps the order of files on a cluster, which joins a copy of the keys to each part of them.
  const isMixed = engine.name === "duckdb" && staged.jobs.some(({ labels }) => labels.length > 1);
  const names = columns.map(([name]) => `, k.${name}`).join("");
  for (const [name, files] of Object.entries({ staged: staged.labels, staged_motion: staged.motion })) {
    if (files.length === 0) continue;
    const keyless = `${name}_files`;
    await engine.registerDataset({ [keyless]: { format: "parquet", files } }, options);
    const rows = `SELECT /*+ BROADCAST(k) */ s.*${names} FROM ${keyless} s JOIN job_keys k ON k.key_job = s.job_id`;
    const order = isMixed ? " ORDER BY place" : "";
    await engine.exec(`CREATE OR REPLACE TEMP VIEW ${name} AS ${rows}${order}`, undefined, options);
  }
}
