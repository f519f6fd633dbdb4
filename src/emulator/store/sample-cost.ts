import type { JobDraft } from "./job.ts";

/** Samples that a job is expected to cost; a preview costs one. */
export function estimateSamples({ model, isPreview, params }: JobDraft): number {
  return isPreview ? 1 : model.estimate(params);
}

/** Samples that a job really costs. */
export function actualSamples(
  { model, isPreview, params }: JobDraft,
  { randomness }: { randomness: string },
): number {
  return isPreview ? 1 : model.countFrames(params, randomness);
}
