import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { quoteName } from "../../util/quote-name.ts";
import { MISSING_KEY } from "../ingest/partition-key.ts";
import { PART_TABLES, type PartTableName } from "../ingest/task.ts";
import type { EngineContext } from "./engine-context.ts";
import { inTasks } from "./in-tasks.ts";
import { registerStaged } from "./job-facts.ts";
import { tableSql } from "./queries/table-sql.ts";
import type { CheckedStage, StageColumns, TableColumns } from "./table-plans.ts";

/** Of the bytes of label files, so many give rows to one file of each table at most. */
const FILE_BYTES = 128 * 2 ** 20;

/** How the tables of jobs are written. */
export interface WriteTablesOptions {
  /** What the values are. */
  own: StageColumns;
  /** The columns to have. */
  columns: TableColumns;
  /** What the columns of partitions are called in the names of folders. */
  partitions: readonly { name: string }[];
  /** The keys of the partition of each job. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** The folder of the workspace that has a folder for each table then. */
  folder: string;
}

/**
 * Has an engine write the tables of jobs that it has read, but for those that it has written already.
 *
 * @returns The tables.
 */
export async function writeTables(
  { staged, odd }: CheckedStage,
  context: EngineContext,
  { own, columns, partitions, keys, folder }: WriteTablesOptions,
): Promise<PartTableName[]> {
  const { engine, workspace, progress, signal, settings } = context;
  const { dialect } = engine;
  const options = progress.statement(signal);
  await registerStaged(staged, odd, context);
  if (partitions.length > 0) await registerKeys();
  const bytes = staged.jobs.reduce((sum, { source }) => sum + source.bytes, 0);
  const tables = PART_TABLES.filter((table) => {
    if (table === "polygons" && !settings.task.polygons) return false;
    return (table === "imu" ? staged.motion : staged.labels).length > 0;
  });
  for (const table of tables) {
    const name = `${folder}/${table}`;
    if (await workspace.isDone(name)) continue;
    signal.throwIfAborted();
    await workspace.clear(name);
    await engine.writeTable(inTasks(queryOf(table), bytes / FILE_BYTES), {
      path: workspace.folder(name),
      mode: "overwrite",
      partitionBy: partitions.map((partition) => partition.name),
      ...options,
    });
    await workspace.markDone(name);
  }
  return tables;

  function queryOf(table: (typeof tables)[number]): string {
    const known = new Set(own[table].columns.map(([column]) => column));
    const wanted = columns[table];
    const { plan } = staged;
    const rows = tableSql(dialect, { table, plan, columns: wanted.filter(([column]) => known.has(column)) });
    const select = wanted.map(([column, type]) => {
      const quoted = quoteName(column);
      return known.has(column) ? `r.${quoted}` : `CAST(NULL AS ${dialect.type(type)}) AS ${quoted}`;
    });
    if (partitions.length === 0) return `SELECT ${select.join(", ")} FROM (${rows}) AS r`;
    const parts = partitions.map((partition, i) => `k.key_${i} AS ${quoteName(partition.name)}`);
    return `SELECT ${[...select, ...parts].join(", ")} FROM (${rows}) AS r JOIN job_keys AS k ON k.key_job = r.job_id`;
  }

  async function registerKeys(): Promise<void> {
    const ids = staged.jobs.map(({ source }) => source.entry.jobId);
    const columns = partitions.map((_, i): [string, ReturnType<typeof makeColumn>] => {
      const values = ids.map((id) => keys.get(id)?.[i] ?? MISSING_KEY);
      return [
        `key_${i}`,
        makeColumn(
          "string",
          values.map((key) => (key === MISSING_KEY ? null : key)),
        ),
      ];
    });
    const table = makeTable([["key_job", makeColumn("string", ids)], ...columns]);
    await engine.registerDataset({ job_keys: table }, options);
  }
}
