import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ArchiveError } from "../archives/archive-error.ts";
import { extractZip } from "../archives/extract-zip.ts";
import { type FetchArchiveContext, fetchArchive } from "./fetch-archive.ts";
import { jobFolderName } from "./job-folder-name.ts";
import type { ValidCompletedJob } from "./jobs.ts";

/** Where and how a job is fetched. */
export interface DownloadJobContext extends FetchArchiveContext {
  /** The batch folder. */
  folder: string;
  /** The folder for work in progress, on the same disk. */
  temporary: string;
}

async function moveInto(content: string, target: string, aside: string): Promise<void> {
  const replaces = existsSync(target);
  if (replaces) await rename(target, aside);
  try {
    await rename(content, target);
  } catch (error) {
    if (replaces) await rename(aside, target);
    throw error;
  }
}

/**
 * Fetches one job's archive and extracts it into `<folder>/<job_id>`, which appears only when it is complete. A job
 * that is there already is replaced by the new one, and kept when fetching fails.
 *
 * @throws {ArchiveError} When the archive is damaged, or holds anything but one folder named by the job.
 */
export async function downloadJob(job: ValidCompletedJob, context: DownloadJobContext): Promise<void> {
  const name = jobFolderName(job.jobId);
  const work = join(context.temporary, `${name}.${randomUUID()}`);
  await mkdir(work);
  try {
    const archive = join(work, "archive.zip");
    const extracted = join(work, "extracted");
    await fetchArchive(job, archive, context);
    await mkdir(extracted);
    await extractZip(archive, extracted, { signal: context.signal });
    const top = await readdir(extracted);
    if (top.length !== 1 || top[0] !== name) {
      const found = top.slice(0, 5).join(", ");
      const reason = `it must hold one folder named ${name}, it holds ${found}`;
      throw new ArchiveError({ code: "ARCHIVE_UNEXPECTED_CONTENT", archive, reason });
    }
    await moveInto(join(extracted, name), join(context.folder, name), join(work, "replaced"));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
