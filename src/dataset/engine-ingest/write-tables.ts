import { quoteName } from "../../util/quote-name.ts";
import { PART_TABLES, type PartTableName } from "../ingest/task.ts";
import { addKeys } from "./add-keys.ts";
import type { EngineContext } from "./engine-context.ts";
import { inTasks } from "./in-tasks.ts";
import { registerStaged } from "./job-facts.ts";
import { tableSql } from "./queries/table-sql.ts";
import type { CheckedStage, TableColumns } from "./table-plans.ts";

/** Of the bytes of label files, so many give rows to one file of each table at most. */
const FILE_BYTES = 128 * 2 ** 20;

/** How the tables of jobs are written. */
export interface WriteTablesOptions {
  /** The columns to have. */
  columns: TableColumns;
  /** What the columns of partitions are called in the names of folders. */
  partitions: readonly { name: string }[];
  /** The keys of the partition of each job. */
  keys: ReadonlyMap<string, readonly string[]>;
  /** Tells what is written from what others write. */
  hash: string;
}

/**
 * Has an engine write the tables of jobs that it has read, but for those that it has written already.
 *
 * @returns The tables.
 */
export async function writeTables(
  { staged, odd }: CheckedStage,
  context: EngineContext,
  { columns, partitions, keys, hash }: WriteTablesOptions,
): Promise<PartTableName[]> {
  const { engine, workspace, progress, signal, settings } = context;
  const { dialect } = engine;
  const options = progress.statement(signal);
  await registerStaged(staged, odd, context);
  if (partitions.length > 0) await addKeys({ staged, keys, count: partitions.length }, context);
  const bytes = staged.jobs.reduce((sum, { source }) => sum + source.bytes, 0);
  const tables = PART_TABLES.filter((table) => {
    if (table === "polygons" && !settings.task.polygons) return false;
    return (table === "imu" ? staged.motion : staged.labels).length > 0;
  });
  for (const table of tables) {
    const name = workspace.tableName(table, hash);
    if (await workspace.isDone(name, partitions.length)) continue;
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

  function queryOf(table: PartTableName): string {
    const also = partitions.map(({ name }, i): [string, string] => [`key_${i}`, name]);
    const rows = tableSql(dialect, { table, plan: staged.plan, columns: columns[table], also });
    if (partitions.length === 0 || dialect.name !== "spark") return rows;
    // Spark sorts by the keys to write a folder after the other, and would mix the rows of a key.
    const names = [...columns[table].map(([name]) => name), ...also.map(([, name]) => name)].map(quoteName);
    const order = [...also.map(([, name]) => quoteName(name)), "row_place"].join(", ");
    const placed = `SELECT *, monotonically_increasing_id() AS row_place FROM (${rows})`;
    return `SELECT ${names.join(", ")} FROM (SELECT * FROM (${placed}) SORT BY ${order})`;
  }
}
