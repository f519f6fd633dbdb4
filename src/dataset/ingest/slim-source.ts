import type { ListedBatch } from "../read-batch-metadata.ts";
import type { JobSource } from "./job-source.ts";

/** Makes what is sent to workers small: a batch comes without the list of all its jobs. */
export function slimSources(jobs: readonly JobSource[]): JobSource[] {
  const batches = new Map<ListedBatch, ListedBatch>();
  return jobs.map((source) => {
    const { entry } = source;
    const { listed } = entry;
    if (listed === null) return source;
    const batch = batches.get(listed.batch) ?? { ...listed.batch, jobs: [] };
    batches.set(listed.batch, batch);
    return { ...source, entry: { ...entry, listed: { ...listed, batch } } };
  });
}
