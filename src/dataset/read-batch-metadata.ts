import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { BatchMetadata } from "../api/batch-metadata.ts";
import { BatchMetadataError } from "./batch-metadata-error.ts";
import { isMissingFile } from "./is-missing-file.ts";

/** The path of a batch's metadata inside its folder. */
export const BATCH_METADATA_FILE = ".infinity/batch.json";

const params = z.custom<Record<string, never>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "expected an object",
);
const schema = z.object({
  format_version: z.literal(1),
  library_version: z.string(),
  batch: z.object({ id: z.string(), name: z.string(), created: z.string() }),
  is_preview: z.boolean(),
  generator: z.object({
    name: z.string(),
    version: z.string().default(""),
    params: z.array(
      z.object({
        name: z.string(),
        type: z.enum(["str", "bool", "int", "float", "uuid"]),
        default_value: z.union([z.string(), z.number(), z.boolean()]).nullable().default(null),
        options: z.custom<null>().default(null),
      }),
    ),
    options: z.custom<Record<string, never>>().default({}),
  }),
  jobs: z.array(
    z.object({
      job_id: z.string(),
      design_row: z.int(),
      status: z.enum(["completed", "failed", "in_progress"]),
      params,
    }),
  ),
});

/**
 * Reads what a download noted of its batch. Fields that are not known are ignored.
 *
 * @returns Null where the folder has no such file.
 * @throws {BatchMetadataError} When the file is not JSON, lacks something, or lists a job twice.
 */
export async function readBatchMetadata(folder: string): Promise<BatchMetadata | null> {
  const path = join(folder, BATCH_METADATA_FILE);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (isMissingFile(cause)) return null;
    throw new BatchMetadataError(path, `it cannot be opened, ${String(cause)}`, { cause });
  }
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

function check(path: string, value: unknown): BatchMetadata {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return data;
  const issue = error.issues[0];
  const at = (issue?.path ?? []).map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`));
  throw new BatchMetadataError(path, `${issue?.message} at $${at.join("")}`, { cause: error });
}
