import { join, resolve } from "node:path";
import { isThere } from "./finish-commit.ts";
import { IngestFolderError } from "./ingest-folder-error.ts";
import { type IngestPaths, ingestPaths } from "./ingest-paths.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { ParquetDataset } from "./parquet-dataset.ts";

/**
 * Opens the tables that {@link ingest} has written into a folder. Nothing but their list is read.
 *
 * @throws {IngestFolderError} When there are none, or a later version has written them.
 * @example
 * ```ts
 * await ingest("results", "parquet");
 * const dataset = await openParquetDataset("parquet");
 * const jobs = await dataset.table("jobs", { columns: ["scene", "num_frames"] });
 * jobs.object(); // { scene: "GYM_1", num_frames: 4 }
 * ```
 */
export async function openParquetDataset(folder: string): Promise<ParquetDataset> {
  return new ParquetDataset(folder, await readPathManifest(folder));
}

/**
 * Reads what an ingest has written into a folder that is a path.
 *
 * @throws {IngestFolderError} When it has written nothing, or a later version has.
 */
export async function readPathManifest(folder: string): Promise<Manifest> {
  const paths = ingestPaths(folder);
  const manifest = await readManifest(paths);
  if (manifest !== null) return manifest;
  throw new IngestFolderError(folder, await reasonOf(paths));
}

async function reasonOf({ folder, own, temporary, commit }: IngestPaths): Promise<string> {
  if (await isThere(join(own, "commits"))) {
    return `they were written to its address; open them with openEngineDataset(engine, "file://${resolve(folder)}")`;
  }
  const isPending = (await isThere(temporary)) || (await isThere(commit));
  return isPending ? "an ingest into it has not ended yet" : "no ingest has written any into it";
}

/** Whether a folder holds tables that {@link ingest} has written. */
export async function isIngested(folder: string): Promise<boolean> {
  return isThere(ingestPaths(folder).manifest);
}
