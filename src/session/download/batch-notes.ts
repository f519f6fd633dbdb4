import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { BatchMetadata, JobMetadata, JobStatus } from "../../api/batch-metadata.ts";
import type { GeneratorInfo, JobParams } from "../../api/wire-types.ts";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
import { BatchFolderError } from "./batch-folder-error.ts";
import type { BatchPaths } from "./batch-paths.ts";

/** What is known of a batch before any of it is downloaded. */
export interface BatchNotes {
  batch: { id: string; name: string; created: string };
  isPreview: boolean;
  generator: GeneratorInfo;
  /** The jobs in the order of submission; where their design rows are not known, an earlier download may be. */
  jobs: readonly { jobId: string; designRow: number | null; params: JobParams }[];
}

/** What {@link writeBatchNotes} adds of each job. */
export interface JobNotes {
  /** The state that the server tells, by id. */
  status: ReadonlyMap<string, JobStatus>;
  /** The name of its folder, by id. */
  names: ReadonlyMap<string, string>;
}

/** What an earlier download of the batch noted of each job. */
async function readNoted({ metadata }: BatchPaths): Promise<ReadonlyMap<string, JobMetadata>> {
  try {
    const { jobs } = JSON.parse(await readFile(metadata, "utf8")) as BatchMetadata;
    return new Map(jobs.map((job) => [job.job_id, job]));
  } catch {
    return new Map();
  }
}

/**
 * Writes what is known of a batch beside its jobs.
 *
 * @param overwrite Whether the results of other jobs that had the same ids are to be replaced.
 * @throws {BatchFolderError} Without `overwrite`, when the folder holds such results. Nothing is changed.
 */
export async function writeBatchNotes(
  paths: BatchPaths,
  { batch, isPreview, generator, jobs }: BatchNotes,
  { status, names }: JobNotes,
  { overwrite }: { overwrite: boolean },
): Promise<void> {
  const noted = await readNoted(paths);
  const changed = jobs.find(({ jobId, params }) => {
    const before = noted.get(jobId)?.params;
    return before !== undefined && !isDeepStrictEqual(before, params);
  });
  if (changed !== undefined && !overwrite) {
    throw new BatchFolderError(
      paths.folder,
      `it holds job ${changed.jobId} with other parameters, as an emulator with the same seed gives the same ids; ` +
        "choose another folder, or download with { overwrite: true }",
    );
  }
  const metadata: BatchMetadata = {
    format_version: 1,
    library_version: LIBRARY_VERSION,
    batch,
    is_preview: isPreview,
    generator,
    jobs: jobs.map(({ jobId, designRow, params }, row) => {
      const folder = names.get(jobId) ?? jobId;
      return {
        job_id: jobId,
        ...(folder !== jobId && { folder }),
        design_row: designRow ?? noted.get(jobId)?.design_row ?? row,
        status: status.get(jobId) ?? "in_progress",
        params,
      };
    }),
  };
  await writeFileAtomic(paths.metadata, `${JSON.stringify(metadata, null, 2)}\n`, { force: true });
}
