import { readFile } from "node:fs/promises";
import type { BatchMetadata, JobStatus } from "../../api/batch-metadata.ts";
import type { GeneratorInfo, JobParams } from "../../api/wire-types.ts";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import { LIBRARY_VERSION } from "../../util/library-version.ts";
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

/** The design row of each job, as an earlier download of the batch noted it. */
async function readDesignRows({ metadata }: BatchPaths): Promise<ReadonlyMap<string, number>> {
  try {
    const { jobs } = JSON.parse(await readFile(metadata, "utf8")) as BatchMetadata;
    return new Map(jobs.map(({ job_id, design_row }) => [job_id, design_row]));
  } catch {
    return new Map();
  }
}

/** Writes what is known of a batch beside its jobs. */
export async function writeBatchNotes(
  paths: BatchPaths,
  { batch, isPreview, generator, jobs }: BatchNotes,
  { status, names }: JobNotes,
): Promise<void> {
  const noted = await readDesignRows(paths);
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
        design_row: designRow ?? noted.get(jobId) ?? row,
        status: status.get(jobId) ?? "in_progress",
        params,
      };
    }),
  };
  await writeFileAtomic(paths.metadata, `${JSON.stringify(metadata, null, 2)}\n`, { force: true });
}
