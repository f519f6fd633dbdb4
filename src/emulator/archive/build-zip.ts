import { strToU8, type Zippable, zipSync } from "fflate";

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
export function buildZip(
  files: readonly ArchiveFile[],
  { compress = true }: BuildZipOptions = {},
): Uint8Array<ArrayBuffer> {
  const entries: Zippable = {};
  for (const { name, data } of files) entries[name] = typeof data === "string" ? strToU8(data) : data;
  // Zip dates are local times, so a date built from local parts is the same bytes everywhere.
  return zipSync(entries, {
    level: compress ? 6 : 0,
    mtime: new Date(2023, 0, 1),
  }) as Uint8Array<ArrayBuffer>;
}
