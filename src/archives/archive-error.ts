import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** An archive is broken, or holds something that must not be extracted. Nothing of it was kept. */
export class ArchiveError extends InfinityFramesError {
  override name = "ArchiveError";
  /** The archive's path. */
  readonly archive: string;
  /** The entry that is at fault, or null where the archive as a whole is. */
  readonly entry: string | null;

  constructor(archive: string, entry: string | null, reason: string, options?: ErrorOptions) {
    const where = entry === null ? archive : `${archive}, entry ${JSON.stringify(entry)}`;
    super("ARCHIVE", `Cannot extract ${where}: ${reason}`, options);
    this.archive = archive;
    this.entry = entry;
  }
}
