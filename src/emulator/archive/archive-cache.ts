import type { ZipBytes } from "./zip-writer.ts";

/** Keeps the archives that were asked for last, for clients that fetch parts or start again. */
export class ArchiveCache {
  readonly #limit: number;
  readonly #kept = new Map<string, ZipBytes>();
  #size = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** The archive of a key, built where it is not at hand. */
  get(key: string, build: () => ZipBytes): ZipBytes {
    const archive = this.#kept.get(key) ?? build();
    this.#keep(key, archive);
    return archive;
  }

  #keep(key: string, archive: ZipBytes): void {
    this.#drop(key);
    if (archive.size > this.#limit) return;
    this.#kept.set(key, archive);
    this.#size += archive.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#limit) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
