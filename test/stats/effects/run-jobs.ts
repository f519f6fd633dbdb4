import { join } from "node:path";
import type { Dataset } from "../../../src/dataset/dataset.ts";
import { openDataset } from "../../../src/dataset/open-dataset.ts";
import type { Jobs } from "../../../src/params/to-job-table.ts";
import type { Batch } from "../../../src/session/batch.ts";
import type { Session } from "../../../src/session/session.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";

/** Has jobs made by an emulator and reads what it gives. */
export async function runJobs(session: Session, jobs: Jobs): Promise<{ batch: Batch; dataset: Dataset }> {
  const batch = await session.submit(jobs);
  await batch.awaitCompletion({ pollIntervalMs: 1 });
  const folder = join(await temporaryFolder(), "batch");
  await batch.download(folder);
  const dataset = await openDataset(folder);
  await dataset.load();
  return { batch, dataset };
}
