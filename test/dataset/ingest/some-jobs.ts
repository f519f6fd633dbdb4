import { labels } from "../fixture-folder.ts";

/** The files of jobs with some frames each, and one person. */
export function someJobs(number: number, frames = 20): Record<string, unknown> {
  const files: Record<string, unknown> = {};
  for (let job = 0; job < number; job++) {
    files[`j${job}/job.json`] = { params: { level: job } };
    files[`j${job}/labels.json`] = labels(frames, [[(10 * job) % 100, job]]);
  }
  return files;
}
