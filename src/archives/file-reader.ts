import type { FileHandle } from "node:fs/promises";
import { Reader } from "@zip.js/zip.js";
import { ArchiveError } from "./archive-error.ts";
import type { OpenArchive } from "./open-archive.ts";

/** What is read at least: an entry's header is asked for in pieces. */
const READ_AHEAD = 1024;
/** More than the directory of any archive within the default limits, unless all of its names are very long. */
const LONGEST_READ = 2 ** 28;

/** Lets zip.js read an archive's directory and headers from disk, piece by piece. */
export class FileReader extends Reader<FileHandle> {
  readonly #archive: string;
  readonly #file: FileHandle;
  #piece = { offset: 0, bytes: new Uint8Array() };

  constructor({ archive, file }: OpenArchive) {
    super(file);
    this.#archive = archive;
    this.#file = file;
  }

  override async init(): Promise<void> {
    await super.init?.();
    this.size = (await this.#file.stat()).size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > LONGEST_READ) {
      const reason = `its directory has ${length} bytes, at most ${LONGEST_READ} are read`;
      throw new ArchiveError({ code: "ARCHIVE_TOO_LARGE", archive: this.#archive, reason });
    }
    let piece = this.#piece;
    if (offset < piece.offset || offset + length > piece.offset + piece.bytes.length) {
      piece = { offset, bytes: await this.#read(offset, Math.max(length, READ_AHEAD)) };
      this.#piece = piece;
    }
    return piece.bytes.slice(offset - piece.offset, offset - piece.offset + length);
  }

  async #read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(Math.min(length, Math.max(0, this.size - offset)));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await this.#file.read(bytes, filled, bytes.length - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  }
}
