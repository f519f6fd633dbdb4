import type { ColumnTable } from "arquero";
import type { EngineContext } from "./engine-context.ts";

/** So many rows go with one request. */
const CHUNK = 200_000;

/** Makes a table of any length known to an engine. */
export async function registerRows(name: string, table: ColumnTable, context: EngineContext): Promise<void> {
  const { engine, workspace, progress, signal } = context;
  const options = progress.statement(signal);
  if (table.numRows() <= CHUNK) {
    await engine.registerDataset({ [name]: table }, options);
    return;
  }
  await workspace.clear(name);
  const path = workspace.folder(name);
  for (let start = 0; start < table.numRows(); start += CHUNK) {
    const chunk = table.slice(start, start + CHUNK).reify();
    await engine.registerDataset({ [name]: chunk }, options);
    const mode = start === 0 ? "overwrite" : "append";
    await engine.writeTable(`SELECT * FROM ${name}`, { path, mode, ...options });
  }
  await engine.registerDataset({ [name]: { format: "parquet", files: [path] } }, options);
}
