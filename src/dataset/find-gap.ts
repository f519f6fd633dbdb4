import type { ProblemCode } from "../labels/problem.ts";
import type { FoundFiles, JobEntry } from "./job-files.ts";

/** A file that a job ought to have. */
export interface Gap {
  problem: ProblemCode;
  /** The file or folder that is not as it should be. */
  file: string;
  reason: string;
}

/** What is missing of a job, or null when its download looks finished. A preview needs no labels. */
export function findGap({ listed }: JobEntry, files: FoundFiles): Gap | null {
  const { folder, ownFolder, params, labels, csv, looksLikePreview } = files;
  const labelled = labels.length > 0 || csv !== null;
  const file = folder.name === "" ? "." : folder.name;
  if (ownFolder && params === null && !labelled) {
    return { problem: "empty_folder", file, reason: "its folder holds no job.json, labels or data.csv" };
  }
  if (ownFolder && params === null) {
    return { problem: "missing_job_json", file: `${folder.name}job.json`, reason: "it has no job.json" };
  }
  if (!labelled && !(listed === null ? looksLikePreview : listed.batch.is_preview)) {
    return { problem: "missing_labels", file, reason: "it has neither labels nor data.csv" };
  }
  return null;
}
