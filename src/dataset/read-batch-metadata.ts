import { z } from "zod";
import type { JobStatus } from "../api/batch-metadata.ts";
import type { ParamType } from "../api/wire-types.ts";
import { isRecord } from "../util/is-record.ts";
import { BatchMetadataError } from "./batch-metadata-error.ts";
import { pathBelow } from "./engine-folder.ts";
import { FILE_SYSTEM, type JobStorage } from "./job-storage.ts";

/** The path of a batch's metadata inside its folder. */
export const BATCH_METADATA_FILE = ".infinity/batch.json";

/** What a dataset reads of one job of a batch's metadata. */
export interface ListedJob {
  job_id: string;
  /** The name of the job's folder, where the id cannot be one. */
  folder?: string | undefined;
  design_row: number;
  status: JobStatus;
  params: Readonly<Record<string, unknown>>;
}

/** What a dataset reads of a batch's metadata. */
export interface ListedBatch {
  batch: { id: string; name: string };
  is_preview: boolean;
  generator: { name: string; params: readonly { name: string; type: ParamType }[] };
  jobs: readonly ListedJob[];
}

const schema = z.object({
  format_version: z.literal(1),
  batch: z.object({ id: z.string(), name: z.string() }),
  is_preview: z.boolean(),
  generator: z.object({
    name: z.string(),
    params: z.array(
      z.object({
        name: z.string(),
        type: z.enum(["str", "bool", "int", "float", "uuid"] satisfies ParamType[]),
      }),
    ),
  }),
  jobs: z.array(
    z.object({
      job_id: z.string(),
      folder: z.string().optional(),
      design_row: z.int(),
      status: z.enum(["completed", "failed", "in_progress"] satisfies JobStatus[]),
      params: z.custom<Readonly<Record<string, unknown>>>(isRecord, "expected an object"),
    }),
  ),
});

/**
 * Reads what a download noted of its batch, as far as tables are made of it; other fields are ignored.
 *
 * @returns Null where the folder has no such file.
 * @throws {BatchMetadataError} When the file is not JSON, lacks something of it, or lists a job twice.
 */
export async function readBatchMetadata(
  folder: string,
  storage: JobStorage = FILE_SYSTEM,
): Promise<ListedBatch | null> {
  const path = pathBelow(folder, BATCH_METADATA_FILE);
  let text: string | null;
  try {
    text = await storage.textOf(path);
  } catch (cause) {
    throw new BatchMetadataError(path, `it cannot be opened, ${String(cause)}`, { cause });
  }
  if (text === null) return null;
  const metadata = check(path, parse(path, text));
  const ids = new Set<string>();
  for (const { job_id } of metadata.jobs) {
    if (ids.has(job_id)) throw new BatchMetadataError(path, `it lists job ${job_id} twice`);
    ids.add(job_id);
  }
  return metadata;
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BatchMetadataError(path, `it is not JSON, ${(cause as Error).message}`, { cause });
  }
}

function check(path: string, value: unknown): ListedBatch {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  const issue = error.issues[0];
  const at = (issue?.path ?? []).map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  throw new BatchMetadataError(path, `${issue?.message} at $${at.join("")}`, { cause: error });
}
