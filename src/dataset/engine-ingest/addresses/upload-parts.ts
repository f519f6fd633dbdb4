import { join } from "node:path";
import { readParquet } from "../../../io/read-parquet.ts";
import { takeRows } from "../../../tables/take-rows.ts";
import { type Candidate, partFile } from "../../ingest/candidates.ts";
import { hashOf } from "../../ingest/fingerprint.ts";
import { rewritePart } from "../../ingest/rewrite-part.ts";
import { splitRows } from "../../ingest/split-rows.ts";
import type { PartTableName } from "../../ingest/task.ts";
import type { EngineContext } from "../engine-context.ts";
import { engineParts } from "../engine-parts.ts";
import type { StageColumns, TableColumns } from "../table-plans.ts";
import { writeRows } from "./write-rows.ts";

/** How parts of this machine are written to an address. */
export interface UploadPartsOptions {
  /** A folder of this machine for what means nothing afterwards. */
  temporary: string;
  columns: TableColumns;
  partitions: readonly { name: string }[];
  keys: ReadonlyMap<string, readonly string[]>;
}

/** Writes parts that were made on this machine to an address, with the columns of their tables. */
export async function uploadParts(
  candidates: readonly Candidate[],
  { temporary, columns, partitions, keys }: UploadPartsOptions,
  context: EngineContext,
): Promise<Candidate[]> {
  const { workspace, settings } = context;
  const uploaded: Candidate[] = [];
  for (const [number, { part, source }] of candidates.entries()) {
    const table = part.table as PartTableName;
    const target = join(temporary, `${number}.parquet`);
    const jobs = part.jobs.map(([jobId]) => jobId);
    const task = {
      kind: "rewrite",
      source,
      target,
      part,
      jobs,
      columns: columns[table],
      metadata: {},
    } as const;
    const { natural } = await rewritePart(task, settings.task);
    const rows = await readParquet(target);
    const hash = hashOf([part.flush, part.file, columns[table], part.jobs, [...keys]]);
    const name = workspace.tableName(table, hash);
    const folders = new Map(splitRows(rows, keys).map((split) => [split.key, split.rows]));
    for (const [key, places] of folders) {
      const folder = partitions.map((partition, i) => `/${partition.name}=${key[i]}`).join("");
      const own = places === null ? rows : takeRows(rows, places);
      await writeRows(own, { path: workspace.folder(name + folder) }, context);
    }
    const own = { [table]: { columns: columns[table], natural } } as Partial<StageColumns> as StageColumns;
    const about = { tables: [table], own, columns, depth: partitions.length, group: 0, hash };
    for (const made of await engineParts(about, context)) {
      uploaded.push({ ...made, name: partFile(0, number, hash), part: { ...made.part, flush: part.flush } });
    }
  }
  return uploaded;
}
