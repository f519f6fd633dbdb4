import { constants } from "node:fs";
import { lstat, open, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { crc32 } from "node:zlib";
import type { ExtractedFile } from "../../archives/extract-zip.ts";
import { isMissing } from "../../io/system-codes.ts";
import type { BatchPaths } from "./batch-paths.ts";
import type { WantedJob } from "./download-context.ts";
import { type Receipt, readReceipt } from "./receipt.ts";

const CHUNK = 2 ** 18;

/** Something that is not as it was downloaded. */
export interface VerifyProblem {
  jobId: string;
  /** The file in the job's folder; null where it is about the job as a whole. */
  file: string | null;
  /** What is wrong, in words. */
  problem: string;
}

async function checksum(path: string, signal: AbortSignal | undefined): Promise<number> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let crc = 0; ; ) {
      signal?.throwIfAborted();
      const { bytesRead } = await file.read(chunk, 0, CHUNK, null);
      if (bytesRead === 0) return crc >>> 0;
      crc = crc32(chunk.subarray(0, bytesRead), crc);
    }
  } finally {
    await file.close();
  }
}

/** What is wrong with a file that was downloaded; null where nothing is. */
async function fileProblem(
  path: string,
  { bytes, crc32 }: ExtractedFile,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  try {
    const found = await lstat(path);
    if (!found.isFile()) return "it is not a file any more";
    if (found.size !== bytes) return `it has ${found.size} bytes, it had ${bytes}`;
    return (await checksum(path, signal)) === crc32 ? null : "its content has changed";
  } catch (error) {
    signal?.throwIfAborted();
    return isMissing(error) ? "it is missing" : `it cannot be read: ${(error as Error).message}`;
  }
}

/** What systems put into folders that somebody looks at. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/** The files below a folder, as receipts name them, without those that the system put there. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && !OF_THE_SYSTEM.has(entry.name))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"));
}

/** What is not as it was downloaded in one job. */
export async function verifyJob(
  paths: BatchPaths,
  { jobId, name }: WantedJob,
  signal: AbortSignal | undefined,
): Promise<VerifyProblem[]> {
  const folder = join(paths.folder, name);
  const whole = (problem: string): VerifyProblem[] => [{ jobId, file: null, problem }];
  const isThere = (await lstat(folder).catch(() => null))?.isDirectory() === true;
  let receipt: Receipt | null;
  try {
    receipt = await readReceipt(paths, name);
  } catch {
    return whole("its receipt cannot be read");
  }
  if (receipt === null) return whole(isThere ? "it has no receipt" : "it was not downloaded");
  if (receipt.job_id !== jobId) return whole(`its receipt is that of job ${receipt.job_id}`);
  if (!isThere) return whole("its folder is missing");
  const problems: VerifyProblem[] = [];
  for (const file of receipt.files) {
    const problem = await fileProblem(join(folder, file.path), file, signal);
    if (problem !== null) problems.push({ jobId, file: file.path, problem });
  }
  const known = new Set(receipt.files.map(({ path }) => path));
  for (const file of (await filesIn(folder)).sort()) {
    if (!known.has(file)) problems.push({ jobId, file, problem: "it is not of the download" });
  }
  return problems;
}
