import type { Batch } from "../store/job.ts";

/** What to call a batch: its name, or the beginning of its id where it has none. */
export function batchName({ name, id }: Batch): string {
  return name.trim() || `Batch ${id.slice(0, 8)}`;
}
