import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from "@zip.js/zip.js";

/** A file on its way into an archive. */
export interface ArchiveFile {
  /** Path inside the archive, with forward slashes. */
  name: string;
  /** Text is written as UTF-8. */
  data: Uint8Array | string;
}

/** Options of {@link buildZip}. */
export interface BuildZipOptions {
  /**
   * Whether to compress the files; pictures hardly shrink.
   * @default true
   */
  compress?: boolean;
}

/** Packs files into a zip whose bytes depend on the files alone: not on clock, time zone or runtime. */
export async function buildZip(
  files: readonly ArchiveFile[],
  { compress = true }: BuildZipOptions = {},
): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    level: compress ? 6 : 0,
    bufferedWrite: true,
    extendedTimestamp: false,
    // Zip dates are local times, so a date built from local parts is the same bytes everywhere.
    lastModDate: new Date(2023, 0, 1),
    useCompressionStream: false,
    useWebWorkers: false,
  });
  for (const { name, data } of files) {
    const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
    await writer.add(name, new Uint8ArrayReader(bytes));
  }
  return writer.close();
}
