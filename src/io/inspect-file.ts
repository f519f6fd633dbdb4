import { open } from "node:fs/promises";
import type { FileDescription } from "./file-description.ts";
import { ARROW_MAGIC, inspectArrow } from "./inspect-arrow.ts";
import { inspectParquet } from "./inspect-parquet.ts";
import { readFully } from "./read-fully.ts";
import { unopenedFile } from "./unopened-file.ts";

const PARQUET_MAGIC = "PAR1";

/**
 * Reads what a Parquet or Arrow IPC file tells of itself: columns, rows, metadata, layout. Of the data nothing is read,
 * however large the file is.
 *
 * @throws {TableReadError} When the file cannot be opened, is neither, or broken.
 * @example
 * ```ts
 * const { format, rows, columns } = await inspectFile("tables/jobs.parquet");
 * [format, rows]; // ["parquet", 12]
 * columns[0]; // { name: "job_id", type: "string", nullable: true }
 * ```
 */
export async function inspectFile(path: string): Promise<FileDescription> {
  const file = await open(path).catch((error: unknown) => Promise.reject(unopenedFile(path, error)));
  try {
    const { size } = await file.stat();
    const head = await readFully(file, { start: 0, length: Math.min(size, ARROW_MAGIC.length) });
    const text = new TextDecoder().decode(head);
    if (text.startsWith(PARQUET_MAGIC)) return await inspectParquet(file, size);
    if (text === ARROW_MAGIC || isStream(head)) return await inspectArrow(file, size);
    throw new Error(size === 0 ? "it is empty" : "it is neither Parquet nor Arrow");
  } catch (cause) {
    throw unopenedFile(path, cause);
  } finally {
    await file.close();
  }
}

/** Streams of Arrow start with four bytes of 255. */
function isStream(head: Uint8Array): boolean {
  return head.length >= 4 && head.subarray(0, 4).every((byte) => byte === 255);
}
