import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ArchiveError } from "../../archives/archive-error.ts";
import { type ExtractedFile, extractZip } from "../../archives/extract-zip.ts";
import { isMissing } from "../../io/system-codes.ts";
import type { ArchivePart } from "./archive-part.ts";
import type { DownloadContext, WantedJob } from "./download-context.ts";
import { isPlainName } from "./job-folder-names.ts";
import { type Receipt, removeReceipt, writeReceipt } from "./receipt.ts";

/**
 * The folder that holds all files of a job's archive: its id, or any one where the id is no name for a folder. Without
 * it, nothing would tell that the archive is that of the job.
 */
function topFolder(archive: string, jobId: string, files: readonly ExtractedFile[]): string {
  const tops = new Set(files.map(({ path }) => path.split("/", 1)[0] as string));
  const [top = ""] = tops;
  const isFolder = files.every(({ path }) => path.includes("/"));
  if (tops.size === 1 && isFolder && (top === jobId || !isPlainName(jobId))) return top;
  const found = [...tops].slice(0, 5).join(", ");
  const reason = `it must hold one folder named ${jobId}, it holds ${found}`;
  throw new ArchiveError({ code: "ARCHIVE_UNEXPECTED_CONTENT", archive, reason });
}

/** Puts a folder in its place; what is there goes aside, and comes back if that fails. */
async function moveInto(content: string, target: string, aside: string): Promise<void> {
  const replaces = await rename(target, aside).then(
    () => true,
    (error) => (isMissing(error) ? false : Promise.reject(error)),
  );
  try {
    await rename(content, target);
  } catch (error) {
    if (replaces) await rename(aside, target);
    throw error;
  }
}

/**
 * Unpacks a job's archive, puts its folder in place and writes its receipt, in this order: whenever it is cut short, the
 * job has either no receipt or one that is right. Nothing happens to the job that is there before all is unpacked.
 *
 * @throws {ArchiveError} When the archive is damaged, or holds anything but one folder named by the job.
 * @throws {FolderLockLostError} When another process works in the folder.
 */
export async function installJob(
  part: ArchivePart,
  { jobId, name }: WantedJob,
  { paths, lock, signal }: DownloadContext,
): Promise<Receipt> {
  const work = `${part.path}.x`;
  await rm(work, { recursive: true, force: true });
  try {
    const unpacked = join(work, "new");
    await mkdir(unpacked, { recursive: true });
    const extracted = await extractZip(part.path, unpacked, { signal });
    const top = topFolder(part.path, jobId, extracted);
    const files = extracted.map((file) => ({ ...file, path: file.path.slice(top.length + 1) }));
    await lock.check();
    await removeReceipt(paths, name);
    await moveInto(join(unpacked, top), join(paths.folder, name), join(work, "old"));
    const { etag, bytes } = part;
    const receipt: Receipt = { format_version: 1, job_id: jobId, etag, bytes, files };
    await writeReceipt(paths, name, receipt);
    await part.discard();
    return receipt;
  } finally {
    // What cannot be removed now is removed by the next download.
    await rm(work, { recursive: true, force: true }).catch(() => {});
  }
}
