import type { Engine, StatementOptions } from "../../../engine/engine.ts";
import { literalPath } from "../../../engine/spark/sources/spark-path.ts";
import { isMissingFile } from "../../engine-dataset-errors.ts";
import { fileBelow } from "../../engine-folder.ts";
import type { Workspace } from "../workspace.ts";
import { filesAt, listFiles } from "./list-files.ts";

/** Options of {@link addressWorkspace}. */
export interface AddressWorkspaceOptions extends StatementOptions {
  /** The number of the commit that is to be made. */
  run: number;
}

/**
 * A workspace at an address: tables are written where they stay, in a folder of their run, which is never one of the
 * tables that are there.
 */
export function addressWorkspace(
  engine: Engine,
  out: string,
  { run, ...options }: AddressWorkspaceOptions,
): Workspace {
  const temporary = (name: string) => fileBelow(out, `.infinity/ingest/tmp/${name}`);
  const folder = (name: string) => (name.includes("/run=") ? fileBelow(out, name) : temporary(name));
  const mark = (name: string) => temporary(`done/${name.replaceAll(/[/=]/g, "-")}`);
  return {
    folder,
    isDone: async (name, depth = 0) => {
      const query = `SELECT count(*) AS marks FROM ${filesAt(literalPath(mark(name)))}`;
      try {
        const marks = (await engine.query(query, undefined, options).toTable()).get("marks", 0);
        return Number(marks) > 0 && (await parquetFiles(name, depth)).size > 0;
      } catch (error) {
        if (isMissingFile(error)) return false;
        throw error;
      }
    },
    markDone: (name) => {
      const query = "SELECT /*+ COALESCE(1) */ 'done' AS mark";
      return engine.writeTable(query, { path: mark(name), mode: "overwrite", ...options });
    },
    // The engine takes away what is in the way.
    clear: async () => {},
    tableName: (table, hash) => `${table}/run=${run}-${hash}`,
    parquetFiles,
  };

  async function parquetFiles(name: string, depth: number): Promise<ReadonlyMap<string, number>> {
    const files = (await listFiles(engine, folder(name), { depth, ...options })) ?? [];
    const parquet = files.filter((file) => file.name.endsWith(".parquet"));
    return new Map(parquet.map(({ name, bytes }) => [name, bytes]));
  }
}
