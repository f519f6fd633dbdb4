import { LabelTables } from "../../labels/label-tables.ts";
import { JobFilesError } from "../job-files-error.ts";
import { readJob } from "../read-job.ts";
import type { JobSource } from "./job-source.ts";
import { loadFiles } from "./load-files.ts";

/** The error with which a strict reading of a job ends, found by reading it again: processes hand over no classes. */
export async function strictError(source: JobSource): Promise<unknown> {
  const { entry, fault } = source;
  try {
    const read = await loadFiles(source);
    if (fault === null) {
      readJob(entry, { tables: new LabelTables(), polygons: false, strict: true, ...(read && { read }) });
    }
  } catch (error) {
    return error;
  }
  const { file, reason } = fault ?? { file: entry.jobId, reason: "it could not be read" };
  return new JobFilesError(entry.jobId, { file, reason });
}
