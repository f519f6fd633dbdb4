import { joinChunks } from "./join-chunks.ts";
import { type ArchiveFile, ZipWriter } from "./zip-writer.ts";

export type { ArchiveFile } from "./zip-writer.ts";

/** Packs files into a zip whose bytes depend on the files alone: not on clock, time zone or runtime. */
export function buildZip(files: Iterable<ArchiveFile>): Uint8Array<ArrayBuffer> {
  const zip = new ZipWriter();
  for (const file of files) zip.add(file);
  return joinChunks(zip.finish());
}
