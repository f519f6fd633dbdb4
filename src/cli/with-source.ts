import { openEngineDataset } from "../dataset/open-engine-dataset.ts";
import { openEngine } from "../engine/open-engine.ts";
import type { ReportSource } from "../report/report-source.ts";
import { openFolders } from "./open-folders.ts";
import { UsageError } from "./usage-error.ts";

/** Where {@link withSource} finds a dataset. */
export interface SourceOptions {
  /** The address of an engine that answers; undefined for this machine. */
  engine: string | undefined;
  signal: AbortSignal;
}

/**
 * Works with the dataset of folders, which is open as long as the work takes.
 *
 * @throws {UsageError} When an engine is asked for several folders.
 */
export async function withSource<T>(
  folders: readonly string[],
  { engine: address, signal }: SourceOptions,
  work: (source: ReportSource) => Promise<T>,
): Promise<T> {
  if (address === undefined) return work(await openFolders(folders, signal));
  const [folder = "", ...others] = folders;
  if (others.length > 0) throw new UsageError("--engine takes one folder, which ingest wrote");
  const engine = await openEngine(address);
  try {
    return await work(await openEngineDataset(engine, folder, { signal }));
  } finally {
    await engine.close();
  }
}
