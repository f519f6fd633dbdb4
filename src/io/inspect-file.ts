import { open } from "node:fs/promises";
import type { FileDescription } from "./file-description.ts";
import { ARROW_MAGIC, inspectArrow } from "./inspect-arrow.ts";
import { inspectParquet } from "./inspect-parquet.ts";
import { readFully } from "./read-fully.ts";
import { TableReadError } from "./table-read-error.ts";

const PARQUET_MAGIC = "PAR1";

/**
 * Reads what a Parquet or Arrow IPC file tells of itself: columns, rows, metadata, layout. Of the data nothing is read,
 * however large the file is.
 *
 * @throws {TableReadError} When the file is neither, or broken.
 * @throws {Error} When the file cannot be opened.
 * @example
 * ```ts
 * const { rows, columns, metadata } = await inspectFile("study.parquet");
 * ```
 */
export async function inspectFile(path: string): Promise<FileDescription> {
  const file = await open(path);
  try {
    const about = await file.stat();
    if (about.isDirectory()) throw new Error("it is a folder, expected a Parquet or Arrow file");
    const { size } = about;
    const head = await readFully(file, { start: 0, length: Math.min(size, ARROW_MAGIC.length) });
    const text = new TextDecoder().decode(head);
    if (text.startsWith(PARQUET_MAGIC)) return await inspectParquet(file, size);
    if (text === ARROW_MAGIC || isStream(head)) return await inspectArrow(file, size);
    throw new Error(size === 0 ? "it is empty" : "it is neither Parquet nor Arrow");
  } catch (cause) {
    throw new TableReadError({ path, reason: (cause as Error).message }, { cause });
  } finally {
    await file.close();
  }
}

/** Streams of Arrow start with four bytes of 255. */
function isStream(head: Uint8Array): boolean {
  return head.length >= 4 && head.subarray(0, 4).every((byte) => byte === 255);
}
