import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { generatorSchema } from "../api/schemas.ts";
import type { GeneratorInfo } from "../api/wire-types.ts";
import { BATCH_METADATA_FILE, readBatchMetadata } from "../dataset/read-batch-metadata.ts";
import { type BatchStatus, countJobs } from "./batch-status.ts";

const schema = z.object({ generator: generatorSchema, batch: z.object({ created: z.string() }) });

/**
 * What a downloaded batch's folder tells without a connection: the jobs as they were at the last download, and the
 * generator.
 *
 * @throws {BatchMetadataError} When the folder's notes cannot be understood.
 */
export async function readBatchFolder(
  folder: string,
): Promise<{ status: BatchStatus; generator: GeneratorInfo }> {
  const metadata = await readBatchMetadata(folder);
  if (metadata === null) {
    throw new Error(
      `Cannot work offline from ${folder}: it is not the folder of a downloaded batch (it lacks ${BATCH_METADATA_FILE})`,
    );
  }
  const text = await readFile(join(folder, BATCH_METADATA_FILE), "utf8");
  const { generator, batch } = schema.parse(JSON.parse(text));
  const status = countJobs({
    batch: { ...metadata.batch, created: batch.created },
    generator: generator.name,
    isPreview: metadata.is_preview,
    jobs: metadata.jobs.map(({ job_id, status }) => ({ job_id, status })),
  });
  return { status, generator };
}
