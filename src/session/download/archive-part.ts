import { constants } from "node:fs";
import { type FileHandle, lstat, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { FileWriteError } from "../../io/file-write-error.ts";
import type { ArchiveReply, KnownPart } from "./range-reply.ts";

const schema = z.object({ etag: z.string().min(1), size: z.int().min(0) });

/** Not through a link that somebody put there; Windows has no such flag. */
const WRITE = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/**
 * The archive of a job as far as it is on the disk. Beside it, a file says which archive it is of, so that a later run
 * can go on with it.
 */
export class ArchivePart implements KnownPart {
  readonly path: string;
  #bytes = 0;
  #etag: string | null = null;
  #size: number | null = null;
  #isEnded = false;

  /** A part of which nothing is there. */
  constructor(path: string) {
    this.path = path;
  }

  /**
   * What an earlier run left.
   *
   * @returns Null where it is of no use: nothing says of which archive it is, or it is longer than that.
   */
  static async find(path: string): Promise<ArchivePart | null> {
    try {
      const { etag, size } = schema.parse(JSON.parse(await readFile(`${path}.json`, "utf8")));
      const found = await lstat(path);
      if (!found.isFile() || found.size > size) return null;
      const part = new ArchivePart(path);
      part.#bytes = found.size;
      part.#etag = etag;
      part.#size = size;
      return part;
    } catch {
      return null;
    }
  }

  get bytes(): number {
    return this.#bytes;
  }

  get etag(): string | null {
    return this.#etag;
  }

  get size(): number | null {
    return this.#size;
  }

  /** Whether the whole archive is there; where its size is not known, whether its sender said that this is all. */
  get isComplete(): boolean {
    return this.#size === null ? this.#isEnded : this.#bytes === this.#size;
  }

  /** Whether a later run can go on with what is there. */
  get isResumable(): boolean {
    return this.#bytes > 0 && this.#etag !== null && this.#size !== null;
  }

  /** Gives the part to another owner. */
  async moveTo(path: string): Promise<ArchivePart> {
    await rename(this.path, path);
    await rename(`${this.path}.json`, `${path}.json`);
    const moved = new ArchivePart(path);
    moved.#bytes = this.#bytes;
    moved.#etag = this.#etag;
    moved.#size = this.#size;
    return moved;
  }

  /** Opens the file for writing; what is in it stays. */
  open(): Promise<FileHandle> {
    return this.#writing(() => open(this.path, WRITE, 0o644));
  }

  /** Makes the file ready to be written from where an answer starts; whatever is there beyond is dropped. */
  async startAt(file: FileHandle, { start, etag, size }: ArchiveReply): Promise<void> {
    this.#isEnded = false;
    const isNew = start === 0;
    // In this order, so that at no time the note beside the part is that of another archive.
    if (isNew) await rm(`${this.path}.json`, { force: true });
    await this.#writing(() => file.truncate(start));
    if (isNew && etag !== null && size !== null) {
      const note = JSON.stringify({ etag, size });
      await this.#writing(() => writeFile(`${this.path}.json`, note, { flag: "wx" }));
    }
    this.#bytes = start;
    this.#etag = etag;
    this.#size = size;
  }

  /** Notes how many bytes are in the file. */
  grow(bytes: number): void {
    this.#bytes = bytes;
  }

  /** Notes that the sender said that this is all. */
  end(): void {
    this.#isEnded = true;
  }

  /** Removes what is there, to begin anew. */
  async discard(): Promise<void> {
    this.#bytes = 0;
    this.#etag = null;
    this.#size = null;
    this.#isEnded = false;
    await rm(`${this.path}.json`, { force: true });
    await rm(this.path, { force: true });
  }

  async #writing<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      throw new FileWriteError(this.path, error);
    }
  }
}
