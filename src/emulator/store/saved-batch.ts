import { GENERATORS } from "../generators/generators.ts";
import type { SavedBatch } from "./batch-storage.ts";
import type { Batch, Job } from "./job.ts";

/** A batch as it is kept. */
export function toSavedBatch({ jobs, ...batch }: Batch, owner: string): SavedBatch {
  const saved = jobs.map(({ model, batchId, ...job }) => ({ ...job, generator: model.info.name }));
  return { ...batch, owner, jobs: saved };
}

/**
 * A batch from what was kept of it.
 *
 * @throws RangeError for a generator that this server does not have.
 */
export function fromSavedBatch({ owner, jobs, ...batch }: SavedBatch): Batch {
  const { id } = batch;
  const restored = jobs.map(({ generator, ...job }): Job => {
    const model = GENERATORS.get(generator);
    if (model !== undefined) return { ...job, model, batchId: id };
    throw new RangeError(`Cannot restore batch ${id}: this server has no generator "${generator}"`);
  });
  return { ...batch, jobs: restored };
}
