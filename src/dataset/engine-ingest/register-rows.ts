import type { ColumnTable } from "arquero";
import type { EngineContext } from "./engine-context.ts";

/**
 * Makes a table of any length known to an engine.
 *
 * @param most So many rows go with one request, or fewer where these are too large for it.
 */
export async function registerRows(
  name: string,
  table: ColumnTable,
  context: EngineContext,
  most = 200_000,
): Promise<void> {
  const { engine, workspace, progress, signal } = context;
  const options = progress.statement(signal);
  const all = table.numRows();
  const path = workspace.folder(name);
  let size = Math.min(most, all);
  let start = 0;
  do {
    const chunk = size === all ? table : table.slice(start, start + size).reify();
    try {
      await engine.registerDataset({ [name]: chunk }, options);
    } catch (error) {
      // What an engine says of a table with too many bytes.
      if (!(error instanceof RangeError) || size < 2) throw error;
      size = Math.ceil(size / 2);
      continue;
    }
    if (size === all) return;
    if (start === 0) await workspace.clear(name);
    const mode = start === 0 ? "overwrite" : "append";
    await engine.writeTable(`SELECT * FROM ${name}`, { path, mode, ...options });
    start += size;
  } while (start < all);
  await engine.registerDataset({ [name]: { format: "parquet", files: [path] } }, options);
}
