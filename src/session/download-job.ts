import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ApiClient } from "../api/api-client.ts";
import { ConnectionError } from "../api/errors/connection-error.ts";
import { extractZip } from "../archives/extract-zip.ts";
import { checkResultUrl } from "./check-result-url.ts";
import { jobFolderName } from "./job-folder-name.ts";
import type { ValidCompletedJob } from "./jobs.ts";

/** Where and how a job is fetched. */
export interface DownloadJobContext {
  client: ApiClient;
  /** The batch folder. */
  folder: string;
  /** The folder for work in progress, on the same disk. */
  temporary: string;
  signal: AbortSignal | undefined;
}

async function fetchArchive(
  job: ValidCompletedJob,
  path: string,
  { client, signal }: DownloadJobContext,
): Promise<void> {
  const response = await client.fetchPresigned(checkResultUrl(job.resultUrl, client.server), signal);
  if (response.body === null) throw new ConnectionError(`The result of job ${job.jobId} came without a body`);
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  try {
    await pipeline(body, createWriteStream(path, { flags: "wx" }), ...(signal ? [{ signal }] : []));
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Error && "syscall" in error) throw error;
    throw new ConnectionError(`The result of job ${job.jobId} broke off`, { cause: error });
  }
}

/** The folder inside the extracted archive that holds the job's files: its single top folder named by the job. */
async function contentFolder(extracted: string, name: string): Promise<string> {
  const top = await readdir(extracted);
  return top.length === 1 && top[0] === name ? join(extracted, name) : extracted;
}

async function moveInto(content: string, target: string, aside: string): Promise<void> {
  if (existsSync(target)) await rename(target, aside);
  try {
    await rename(content, target);
  } catch (error) {
    if (existsSync(aside)) await rename(aside, target);
    throw error;
  }
}

/**
 * Fetches one job's archive and extracts it into `<folder>/<job_id>`, which appears only when it is complete. A job
 * that is there already is replaced by the new one, and kept when fetching fails.
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
    await moveInto(await contentFolder(extracted, name), join(context.folder, name), join(work, "replaced"));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
