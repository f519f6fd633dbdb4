import { lstat, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ExtractedFile } from "../../archives/extract-zip.ts";
import { isMissing } from "../../io/system-codes.ts";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import type { BatchPaths } from "./batch-paths.ts";

/** What was downloaded of a job. The job is finished if its receipt is there and tells what is on the disk. */
export interface Receipt {
  format_version: 1;
  job_id: string;
  /** The strong ETag of the archive, if it had one. */
  etag: string | null;
  /** The bytes of the archive. */
  bytes: number;
  /** The files in the job's folder. */
  files: ExtractedFile[];
}

const count = z.int().min(0);
const schema = z.object({
  format_version: z.literal(1),
  job_id: z.string(),
  etag: z.string().nullable(),
  bytes: count,
  files: z.array(z.object({ path: z.string(), bytes: count, crc32: count })),
});

function receiptPath({ receipts }: BatchPaths, name: string): string {
  return join(receipts, `${name}.json`);
}

/**
 * The receipt of a job.
 *
 * @param name The name of the job's folder.
 * @returns Null where there is none.
 * @throws {SyntaxError | z.ZodError} When it cannot be understood.
 */
export async function readReceipt(paths: BatchPaths, name: string): Promise<Receipt | null> {
  try {
    return schema.parse(JSON.parse(await readFile(receiptPath(paths, name), "utf8")));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Writes the receipt of a job whose folder is in place. */
export async function writeReceipt(paths: BatchPaths, name: string, receipt: Receipt): Promise<void> {
  await writeFileAtomic(receiptPath(paths, name), `${JSON.stringify(receipt)}\n`, { force: true });
}

/** Takes a job's receipt away, before its folder is changed. */
export async function removeReceipt(paths: BatchPaths, name: string): Promise<void> {
  await rm(receiptPath(paths, name), { force: true });
}

/** The receipt of a job that is finished: all of its files are there, with the sizes they had. Null where it is not. */
export async function findFinished(
  paths: BatchPaths,
  { jobId, name }: { jobId: string; name: string },
): Promise<Receipt | null> {
  const receipt = await readReceipt(paths, name).catch(() => null);
  if (receipt?.job_id !== jobId) return null;
  const folder = join(paths.folder, name);
  if (!(await lstat(folder).catch(() => null))?.isDirectory()) return null;
  for (const { path, bytes } of receipt.files) {
    const found = await lstat(join(folder, path)).catch(() => null);
    if (!found?.isFile() || found.size !== bytes) return null;
  }
  return receipt;
}
