import { refuse } from "../refusal.ts";
import type { Job } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { hasPicture } from "./has-picture.ts";

/**
 * Makes the picture that a job's archive has.
 *
 * @throws Refusal with status 404 for a job that has no picture, or not yet.
 */
export function jobPicture(job: Job, store: JobStore): Uint8Array<ArrayBuffer> {
  if (!store.isDone(job)) refuse(404, "The job is in progress and has no picture yet");
  if (job.failed) refuse(404, "The job failed and has no picture");
  if (!hasPicture(job)) refuse(404, `Jobs of ${job.model.info.name} have no picture`);
  const { randomness, isPreview } = job;
  const context = { randomness, basis: store.basis(job), isPreview, masks: false };
  // What comes after the picture, which takes most of the time, is not made.
  for (const file of job.model.build(job.params, context)) {
    if (file?.name === "video_preview.png" && typeof file.data !== "string") return new Uint8Array(file.data);
  }
  return refuse(404, `Jobs of ${job.model.info.name} have no picture`);
}
