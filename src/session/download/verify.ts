import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isMissing } from "../../io/system-codes.ts";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import { BatchFolderError } from "./batch-folder-error.ts";
import { type BatchPaths, batchPaths } from "./batch-paths.ts";
import { jobFolderNames } from "./job-folder-names.ts";
import { type VerifyProblem, verifyJob } from "./verify-job.ts";

/** How far a verification is. */
export interface VerifyProgress {
  numJobs: number;
  numJobsDone: number;
  /** The job that was just looked at. */
  jobId: string;
}

/** Options of {@link verify}. */
export interface VerifyOptions {
  signal?: AbortSignal | undefined;
  /** The jobs that are looked at at once, 1 or more. @default 4 */
  concurrency?: number | undefined;
  /** Called after every job. */
  onProgress?: ((progress: VerifyProgress) => void) | undefined;
}

/** What {@link verify} found. */
export interface VerifyReport {
  folder: string;
  batchId: string;
  /** The jobs that had a result when the batch was last downloaded. */
  numJobs: number;
  /** Those without a problem. */
  numVerified: number;
  /** Every problem, by job in the order of submission. */
  problems: VerifyProblem[];
}

const schema = z.object({
  batch: z.object({ id: z.string() }),
  jobs: z.array(z.object({ job_id: z.string(), status: z.string() })),
});

async function readBatch({ folder, metadata }: BatchPaths): Promise<z.infer<typeof schema>> {
  try {
    return schema.parse(JSON.parse(await readFile(metadata, "utf8")));
  } catch (cause) {
    const reason = isMissing(cause) ? "is not there" : "cannot be read";
    throw new BatchFolderError(
      folder,
      `${metadata} ${reason}, which every download writes; download the batch again`,
      { cause },
    );
  }
}

/**
 * Compares a downloaded batch with its receipts: all jobs that had a result, their files, sizes and checksums. It reads
 * every byte, asks no server, and changes nothing.
 *
 * @throws {BatchFolderError} When the folder holds no batch that was downloaded by this package.
 * @throws {RangeError} When `concurrency` is not a whole number, 1 or more.
 * @example
 * ```ts
 * import { rm } from "node:fs/promises";
 *
 * await rm(`results/${batch.jobIds[0]}/job.json`);
 * const { numJobs, numVerified, problems } = await verify("results");
 * [numJobs, numVerified]; // [12, 11]
 * problems; // [{ jobId: "…", file: "job.json", problem: "it is missing" }]
 * ```
 */
export async function verify(folder: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const { signal, concurrency = 4, onProgress } = options;
  const paths = batchPaths(folder);
  const { batch, jobs } = await readBatch(paths);
  const names = jobFolderNames(jobs.map(({ job_id }) => job_id));
  const expected = jobs.filter(({ status }) => status === "completed").map(({ job_id }) => job_id);
  let numJobsDone = 0;
  const found = await mapConcurrently(
    expected,
    async (jobId) => {
      const problems = await verifyJob(paths, { jobId, name: names.get(jobId) ?? jobId }, signal);
      onProgress?.({ numJobs: expected.length, numJobsDone: ++numJobsDone, jobId });
      return problems;
    },
    { concurrency, signal },
  );
  return {
    folder,
    batchId: batch.id,
    numJobs: expected.length,
    numVerified: found.filter((problems) => problems.length === 0).length,
    problems: found.flat(),
  };
}
