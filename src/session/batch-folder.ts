import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { BatchMetadata } from "../api/batch-metadata.ts";
import { FileExistsError } from "../io/file-exists-error.ts";
import { writeFileAtomic } from "../io/write-file-atomic.ts";
import { BatchFolderError } from "./batch-folder-error.ts";

const OURS = ".infinity";
const ORPHAN_AGE_MS = 86_400_000;

async function checkBatchId(folder: string, batchId: string): Promise<void> {
  const found = (await readFile(join(folder, "batch_id.txt"), "utf8")).trim();
  if (found !== batchId) throw new BatchFolderError(folder, `it holds batch ${found}, not ${batchId}`);
}

/** Notes whose folder it is; of two downloads that begin together, one writes and the other reads. */
async function writeBatchId(folder: string, batchId: string): Promise<void> {
  try {
    await writeFileAtomic(join(folder, "batch_id.txt"), batchId);
  } catch (error) {
    if (!(error instanceof FileExistsError)) throw error;
    await checkBatchId(folder, batchId);
  }
}

/** Removes what downloads that were killed left behind, once it is too old to be of one that still runs. */
async function sweepOrphans(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ORPHAN_AGE_MS) await rm(path, { recursive: true, force: true });
  }
}

/**
 * Prepares a folder for a batch's downloads; missing folders are made, and the batch's id is written to
 * `batch_id.txt`.
 *
 * @returns The folder for work in progress.
 * @throws {BatchFolderError} When the folder holds another batch, or files that are not a batch.
 */
export async function claimBatchFolder(folder: string, batchId: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const files = await readdir(folder);
  if (files.includes("batch_id.txt")) {
    await checkBatchId(folder, batchId);
  } else if (files.some((name) => !name.startsWith("."))) {
    throw new BatchFolderError(folder, "it holds files that are not a downloaded batch");
  } else {
    await writeBatchId(folder, batchId);
  }
  const temporary = join(folder, OURS, "tmp");
  await mkdir(temporary, { recursive: true });
  await sweepOrphans(temporary);
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
