import type { FileHandle } from "node:fs/promises";
import { FileWriteError } from "../../io/file-write-error.ts";
import { writeFully } from "../../io/write-fully.ts";

const MOST_WAITING = 4 * 2 ** 20;

/** Where and how bytes are written. */
export interface PartWriterOptions {
  /** The file's path, for errors. */
  path: string;
  /** Where the first bytes go. */
  start: number;
  /** Called with the bytes that have reached the file, all in all. */
  onWritten: (bytes: number) => void;
}

/** Writes pieces into a file one after the other. What arrives during a write goes into the next one, all at once. */
export class PartWriter {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #onWritten: (bytes: number) => void;
  #position: number;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> | null = null;
  #failure: FileWriteError | null = null;

  constructor(file: FileHandle, { path, start, onWritten }: PartWriterOptions) {
    this.#file = file;
    this.#path = path;
    this.#position = start;
    this.#onWritten = onWritten;
  }

  /**
   * Takes a piece. The promise is kept back while so much waits that the disk has to catch up.
   *
   * @throws {FileWriteError} When this piece or an earlier one could not be written.
   */
  async add(piece: Uint8Array): Promise<void> {
    this.#check();
    this.#waiting.push(piece);
    this.#waitingBytes += piece.length;
    this.#writing ??= this.#write();
    if (this.#waitingBytes > MOST_WAITING) await this.#writing;
    this.#check();
  }

  /** Waits until everything is written. */
  async end(): Promise<void> {
    await this.#writing;
    this.#check();
  }

  #check(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const [first, ...others] = this.#waiting;
        const bytes = others.length === 0 ? (first as Uint8Array) : Buffer.concat(this.#waiting);
        this.#waiting = [];
        this.#waitingBytes = 0;
        await writeFully(this.#file, bytes, this.#position);
        this.#position += bytes.length;
        this.#onWritten(this.#position);
      }
    } catch (error) {
      this.#failure = new FileWriteError(this.#path, error);
    } finally {
      this.#writing = null;
    }
  }
}
