import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * What is wrong with an archive:
 *
 * - `ARCHIVE_NOT_A_ZIP`: it is something else, such as a page or a tar.
 * - `ARCHIVE_TRUNCATED`: it begins like a zip, but its end is missing; fetch it again.
 * - `ARCHIVE_DAMAGED`: its parts contradict each other, or its data cannot be unpacked.
 * - `ARCHIVE_CHECKSUM`: a file's bytes are not those that were packed.
 * - `ARCHIVE_EMPTY`: it holds no file.
 * - `ARCHIVE_UNSAFE_NAME`: a name leaves the folder, or cannot be a file's name on every system.
 * - `ARCHIVE_DUPLICATE`: two entries would be one file on some system, or one is both a file and a folder.
 * - `ARCHIVE_LINK`: an entry is a link or a special file, or would be written through a link.
 * - `ARCHIVE_ENCRYPTED`: it needs a password.
 * - `ARCHIVE_OVERLAP`: two entries share bytes.
 * - `ARCHIVE_TOO_LARGE`: it has more entries, or would take more bytes, than the limits allow.
 * - `ARCHIVE_UNSUPPORTED`: it is split, or compressed by a method other than Deflate.
 * - `ARCHIVE_UNEXPECTED_CONTENT`: it is sound, but holds other things than were asked for.
 */
export type ArchiveErrorCode =
  | "ARCHIVE_NOT_A_ZIP"
  | "ARCHIVE_TRUNCATED"
  | "ARCHIVE_DAMAGED"
  | "ARCHIVE_CHECKSUM"
  | "ARCHIVE_EMPTY"
  | "ARCHIVE_UNSAFE_NAME"
  | "ARCHIVE_DUPLICATE"
  | "ARCHIVE_LINK"
  | "ARCHIVE_ENCRYPTED"
  | "ARCHIVE_OVERLAP"
  | "ARCHIVE_TOO_LARGE"
  | "ARCHIVE_UNSUPPORTED"
  | "ARCHIVE_UNEXPECTED_CONTENT";

/** Why an archive, or one of its entries, must not be extracted. */
export interface ArchiveFault {
  code: ArchiveErrorCode;
  /** The reason in words, the end of a sentence. */
  reason: string;
}

/** Where and what the fault of an archive is. */
export interface ArchiveErrorDetails extends ArchiveFault {
  /** The archive's path. */
  archive: string;
  /** The entry that is at fault. @default null, for the archive as a whole */
  entry?: string | null;
}

/**
 * An archive is broken, or holds something that must not be extracted; nothing of it is to be used.
 *
 * @example
 * ```ts
 * const reply = { headers: { "Content-Type": "text/html" }, body: "<h1>Log in to this network</h1>" };
 * server.setFaults([{ path: "/results/*", fault: { reply } }]);
 * try {
 *   await batch.download("cameras");
 * } catch (error) {
 *   if (!(error instanceof DownloadSummaryError && error.cause instanceof ArchiveError)) throw error;
 *   error.cause.code; // "ARCHIVE_NOT_A_ZIP"
 * }
 * ```
 */
export class ArchiveError extends InfinityFramesError {
  override name = "ArchiveError";
  declare readonly code: ArchiveErrorCode;
  /** The archive's path. */
  readonly archive: string;
  /** The entry that is at fault, or null where the archive as a whole is. */
  readonly entry: string | null;

  constructor({ code, archive, entry = null, reason }: ArchiveErrorDetails, options?: ErrorOptions) {
    const where = entry === null ? archive : `${archive}, entry ${JSON.stringify(entry)}`;
    super(code, `Cannot extract ${where}: ${reason}`, options);
    this.archive = archive;
    this.entry = entry;
  }
}
