import type { ArchiveFault } from "./archive-error.ts";

/** What an archive may take at most. */
export interface ArchiveLimits {
  /** The most entries, folders included. @default 100_000 */
  maxEntries?: number | undefined;
  /** The most bytes that one file may have. @default 4 GiB */
  maxEntryBytes?: number | undefined;
  /** The most bytes that all files together may have. @default 64 GiB */
  maxBytes?: number | undefined;
  /** How many times as long as the archive all files may be, once they have more than 100 MiB. @default 1000 */
  maxRatio?: number | undefined;
}

const RATIO_FROM = 100 * 2 ** 20;
const NAMES = ["maxEntries", "maxEntryBytes", "maxBytes", "maxRatio"] as const;

/** Counts what an archive's entries declare, and says when it is too much. Extraction holds each entry to its size. */
export class LimitCounter {
  readonly #limits: Readonly<Record<(typeof NAMES)[number], number>>;
  readonly #archiveBytes: number;
  #entries = 0;
  #bytes = 0;

  /** @throws {RangeError} When a limit is not a number from 0. */
  constructor(archiveBytes: number, limits: ArchiveLimits) {
    const {
      maxEntries = 100_000,
      maxEntryBytes = 4 * 2 ** 30,
      maxBytes = 64 * 2 ** 30,
      maxRatio = 1000,
    } = limits;
    this.#limits = { maxEntries, maxEntryBytes, maxBytes, maxRatio };
    this.#archiveBytes = archiveBytes;
    for (const name of NAMES) {
      if (!(this.#limits[name] >= 0))
        throw new RangeError(`${name} must be a number from 0, got ${this.#limits[name]}`);
    }
  }

  /** Adds an entry of some bytes; says what it exceeds, or null where it does not. */
  add(bytes: number): ArchiveFault | null {
    const { maxEntries, maxEntryBytes, maxBytes, maxRatio } = this.#limits;
    this.#entries++;
    this.#bytes += bytes;
    if (this.#entries > maxEntries) return tooLarge(`the archive has more than ${maxEntries} entries`);
    if (bytes > maxEntryBytes) return tooLarge(`it has ${bytes} bytes, at most ${maxEntryBytes} are allowed`);
    if (this.#bytes > maxBytes)
      return tooLarge(`the archive's files have more than ${maxBytes} bytes together`);
    if (this.#bytes > RATIO_FROM && this.#bytes > maxRatio * this.#archiveBytes) {
      return tooLarge(`the archive's files are more than ${maxRatio} times as long as the archive`);
    }
    return null;
  }
}

function tooLarge(reason: string): ArchiveFault {
  return { code: "ARCHIVE_TOO_LARGE", reason };
}
