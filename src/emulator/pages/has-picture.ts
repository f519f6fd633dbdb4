import type { Job } from "../store/job.ts";

/** Whether the result of a job has a picture: generators without previews make none. */
export function hasPicture({ model }: Job): boolean {
  return model.info.options.preview === true;
}
