import type { JobParams } from "../../api/wire-types.ts";
import { sleep } from "../../util/sleep.ts";
import { type ZipBytes, ZipWriter } from "../archive/zip-writer.ts";
import { jobJson } from "../generators/job-json.ts";
import type { Job } from "../store/job.ts";

/** Options of {@link buildArchive}. */
export interface BuildArchiveOptions {
  /** Whether to make segmentation masks. */
  masks: boolean;
  /** Whether `job.json` writes numbers as strings. */
  stringNumbers: boolean;
}

/** How long the server works on a result before it looks after others, in milliseconds. */
const TURN_MS = 40;

/** Makes the result of a job: its files in a folder named by it. Each is packed before the next is taken. */
export async function buildArchive(
  { id, model, params, randomness, isPreview }: Job,
  { masks, stringNumbers, basis }: BuildArchiveOptions & { basis: JobParams },
): Promise<ZipBytes> {
  const zip = new ZipWriter();
  const about = jobJson(model.info.name, params, { stringNumbers });
  let turnEndsMs = performance.now() + TURN_MS;
  for (const file of model.build(params, { randomness, basis, isPreview, masks })) {
    if (performance.now() > turnEndsMs) {
      await sleep(0);
      turnEndsMs = performance.now() + TURN_MS;
    }
    if (!file) continue;
    const { name, data } = file.name === about.name ? about : file;
    zip.add({ name: `${id}/${name}`, data });
  }
  return zip.finish();
}
