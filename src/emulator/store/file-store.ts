import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { BatchStorage, SavedBatch } from "./batch-storage.ts";

const JOB: z.ZodType<SavedBatch["jobs"][number]> = z.object({
  id: z.uuid(),
  generator: z.string(),
  isPreview: z.boolean(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  createdMs: z.number(),
  finishMs: z.number(),
  estimate: z.number(),
  randomness: z.string(),
  failed: z.boolean(),
  sequence: z.int().min(0),
});

const BATCH: z.ZodType<SavedBatch> = z.object({
  id: z.uuid(),
  owner: z.string(),
  name: z.string(),
  createdMs: z.number(),
  submissionKey: z.object({ key: z.string(), digest: z.string() }).optional(),
  jobs: z.array(JOB),
});

function readBatch(path: string): SavedBatch {
  try {
    return BATCH.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new Error(`Cannot read batch ${path}: ${reason}; repair the file or move it away`, {
      cause: error,
    });
  }
}

/** Writes a file whole or not at all: under another name, flushed, then renamed. */
function writeWhole(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  const file = openSync(temporary, "w", 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/**
 * Keeps each batch as a JSON file of its own in a folder, which is made where it is missing. A write that a crash cut
 * off leaves the batch as it was.
 *
 * @throws Error of the system where the folder cannot be made or written; `load` throws where a file is not a batch,
 * naming the file.
 */
export function openFileStore(folder: string): BatchStorage {
  mkdirSync(folder, { recursive: true });
  const pathOf = (id: string): string => join(folder, `${id}.json`);
  return {
    load: () => {
      const names = readdirSync(folder);
      for (const name of names.filter((each) => each.endsWith(".json.tmp"))) rmSync(join(folder, name));
      return names.filter((name) => name.endsWith(".json")).map((name) => readBatch(join(folder, name)));
    },
    save: (batch) => writeWhole(pathOf(batch.id), `${JSON.stringify(batch)}\n`),
  };
}
