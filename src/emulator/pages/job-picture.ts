import { refuse } from "../http/refusal.ts";
import type { Job } from "../store/job.ts";
import type { JobStore } from "../store/job-store.ts";
import { hasPicture } from "./has-picture.ts";

/**
 * Makes the picture that a job's archive has.
 *
 * @throws Refusal with status 404 for a job that has no picture, or not yet.
 */
export async function jobPicture(job: Job, store: JobStore): Promise<Uint8Array<ArrayBuffer>> {
  if (!store.isDone(job)) refuse(404, "The job is in progress and has no picture yet");
  if (job.failed) refuse(404, "The job failed and has no picture");
  if (!hasPicture(job)) refuse(404, `Jobs of ${job.model.info.name} have no picture`);
  // The picture is the same with and without the rest, which takes most of the time.
  const { randomness } = job;
  const context = { randomness, basis: store.basis(job), isPreview: true, masks: false };
  for await (const { name, data } of await job.model.build(job.params, context)) {
    if (name === "video_preview.png" && typeof data !== "string") return new Uint8Array(data);
  }
  return refuse(404, `Jobs of ${job.model.info.name} have no picture`);
}
