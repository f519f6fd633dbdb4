import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BatchMetadata } from "../api/batch-metadata.ts";
import { writeFileAtomic } from "../io/write-file-atomic.ts";
import { BatchFolderError } from "./batch-folder-error.ts";

const OURS = ".infinity";

/**
 * Prepares a folder for a batch's downloads; missing folders are made, and the batch's id is written to
 * `batch_id.txt`.
 *
 * @returns The folder for work in progress.
 * @throws {BatchFolderError} When the folder holds another batch, or files that are not a batch.
 */
export async function claimBatchFolder(folder: string, batchId: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const idFile = join(folder, "batch_id.txt");
  const files = await readdir(folder);
  if (files.includes("batch_id.txt")) {
    const found = (await readFile(idFile, "utf8")).trim();
    if (found !== batchId) throw new BatchFolderError(folder, `it holds batch ${found}, not ${batchId}`);
  } else if (files.some((name) => !name.startsWith("."))) {
    throw new BatchFolderError(folder, "it holds files that are not a downloaded batch");
  } else {
    await writeFileAtomic(idFile, batchId);
  }
  const temporary = join(folder, OURS, "tmp");
  await mkdir(temporary, { recursive: true });
  return temporary;
}

/** The design row of each job, as an earlier download of the batch noted it. */
export async function readDesignRows(folder: string): Promise<ReadonlyMap<string, number>> {
  try {
    const { jobs } = JSON.parse(await readFile(join(folder, OURS, "batch.json"), "utf8")) as BatchMetadata;
    return new Map(jobs.map(({ job_id, design_row }) => [job_id, design_row]));
  } catch {
    return new Map();
  }
}

/** Writes what is known of a batch beside its jobs. */
export async function writeBatchMetadata(folder: string, metadata: BatchMetadata): Promise<void> {
  const path = join(folder, OURS, "batch.json");
  await writeFileAtomic(path, `${JSON.stringify(metadata, null, 2)}\n`, { force: true });
}
