import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { prettifyError, ZodError } from "zod";
import { writeFileAtomic } from "../../io/write-file-atomic.ts";
import { InfinityFramesError } from "../../util/infinity-frames-error.ts";
import { mapConcurrently } from "../../util/map-concurrently.ts";
import { ULID_PATTERN, ulidTimeMs } from "../../util/ulid.ts";
import { JournalError } from "./journal-error.ts";
import { journalFolder } from "./journal-folder.ts";
import { type SubmissionEntry, submissionEntrySchema } from "./submission-entry.ts";
import { withLock } from "./with-lock.ts";

const FILE = new RegExp(`^(${ULID_PATTERN})\\.json$`);
/** What processes that were killed leave: files that were not finished, and locks. */
const LEFTOVER = /\.(tmp|lock)$/;
const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;

/** A file of the journal that cannot be read. */
export interface UnreadableEntry {
  file: string;
  reason: string;
}

/** Everything that a journal holds. */
export interface JournalContent {
  /** Newest first. */
  entries: SubmissionEntry[];
  unreadable: UnreadableEntry[];
}

function isSettled({ state }: SubmissionEntry): boolean {
  return state === "accepted" || state === "refused";
}

/** Where submissions are noted before they are sent: a folder with a file for each, which only its user may read. */
export class Journal {
  /** The folder. */
  readonly folder: string;

  constructor(folder: string = journalFolder()) {
    this.folder = folder;
  }

  /** All submissions, and the files that are none. A folder that is not there holds none. */
  async content(): Promise<JournalContent> {
    const files = (await this.#names()).filter((name) => FILE.test(name)).sort();
    const unreadable: UnreadableEntry[] = [];
    const readOne = async (name: string): Promise<SubmissionEntry[]> => {
      try {
        const entry = await this.#read(name);
        return entry === null ? [] : [entry];
      } catch (error) {
        const reason = error instanceof ZodError ? prettifyError(error) : (error as Error).message;
        unreadable.push({ file: join(this.folder, name), reason });
        return [];
      }
    };
    const lists = await mapConcurrently(files.reverse(), readOne, { concurrency: 16 });
    return { entries: lists.flat(), unreadable };
  }

  /** One submission, or null where the journal does not have it. */
  async find(submissionId: string): Promise<SubmissionEntry | null> {
    const name = `${submissionId}.json`;
    return FILE.test(name) ? this.#read(name) : null;
  }

  /** Notes a submission as it is now. It is on the disk when this is done. */
  async write(entry: SubmissionEntry): Promise<void> {
    const path = join(this.folder, `${entry.submissionId}.json`);
    await writeFileAtomic(path, `${JSON.stringify(entry)}\n`, { force: true, mode: 0o600 });
  }

  /**
   * Looks for a submission and notes another one while no other process does so for the same jobs on the same server.
   * After the note, `isHeld` says whether that was so; another process may have taken over from one that was stopped.
   *
   * @throws {JournalError} When the folder cannot be read or written.
   */
  async exclusively<T>(
    { server, paramsHash }: Pick<SubmissionEntry, "server" | "paramsHash">,
    work: (isHeld: () => Promise<boolean>) => Promise<T>,
  ): Promise<T> {
    const key = createHash("sha256").update(`${server} ${paramsHash}`).digest("hex").slice(0, 32);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      return await withLock(join(this.folder, `${key}.lock`), work);
    } catch (error) {
      if (error instanceof InfinityFramesError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      const advice = `make the folder writable, or name another one by the option "journal" or INFINITY_FRAMES_STATE_DIR`;
      throw new JournalError(this.folder, `${why}; ${advice}`, { cause: error });
    }
  }

  /** Removes what was settled more than 30 days ago, and leftovers of a day. What may still cost money is kept. */
  async sweep(nowMs: number): Promise<void> {
    for (const name of await this.#names()) {
      if (LEFTOVER.test(name)) await this.#removeIfOld(name, nowMs - DAY_MS);
      const id = FILE.exec(name)?.[1];
      if (id === undefined || nowMs - ulidTimeMs(id) < KEPT_MS) continue;
      const entry = await this.#read(name).catch(() => null);
      if (entry !== null && isSettled(entry)) await rm(join(this.folder, name), { force: true });
    }
  }

  async #removeIfOld(name: string, beforeMs: number): Promise<void> {
    const path = join(this.folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < beforeMs) await rm(path, { force: true });
  }

  async #names(): Promise<string[]> {
    try {
      return await readdir(this.folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  }

  async #read(name: string): Promise<SubmissionEntry | null> {
    try {
      return submissionEntrySchema.parse(JSON.parse(await readFile(join(this.folder, name), "utf8")));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
      throw error;
    }
  }
}
