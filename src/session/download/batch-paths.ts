import { join } from "node:path";

/** Where things are in a batch's folder. */
export interface BatchPaths {
  /** The batch's folder, with a folder for each finished job. */
  folder: string;
  /** The file with the batch's id, where the Python client keeps it too. */
  batchId: string;
  /** The folder that is ours. */
  own: string;
  /** What is known of the batch. */
  metadata: string;
  lock: string;
  /** A receipt for each finished job. */
  receipts: string;
  /** Work in progress, which means nothing once its download has ended, but for parts of archives. */
  temporary: string;
}

/** Where things are in a batch's folder. */
export function batchPaths(folder: string): BatchPaths {
  const own = join(folder, ".infinity");
  return {
    folder,
    batchId: join(folder, "batch_id.txt"),
    own,
    metadata: join(own, "batch.json"),
    lock: join(own, "lock"),
    receipts: join(own, "jobs"),
    temporary: join(own, "tmp"),
  };
}
