import { GENERATORS } from "../generators/generators.ts";
import type { SavedBatch } from "./batch-storage.ts";
import type { Batch, Job } from "./job.ts";

/** A batch as it is kept. */
export function toSavedBatch({ id, name, createdMs, jobs }: Batch): SavedBatch {
  const saved = jobs.map(({ model, batchId, ...job }) => ({ ...job, generator: model.info.name }));
  return { id, name, createdMs, jobs: saved };
}

/**
 * A batch from what was kept of it.
 *
 * @throws RangeError for a generator that this server does not have.
 */
export function fromSavedBatch({ id, name, createdMs, jobs }: SavedBatch): Batch {
  const restored = jobs.map(({ generator, ...job }): Job => {
    const model = GENERATORS.get(generator);
    if (model !== undefined) return { ...job, model, batchId: id };
    throw new RangeError(`Cannot restore batch ${id}: this server has no generator "${generator}"`);
  });
  return { id, name, createdMs, jobs: restored };
}
