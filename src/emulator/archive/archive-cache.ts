import type { ZipBytes } from "./zip-writer.ts";

/**
 * Keeps the archives that were asked for last, for clients that fetch parts or start again: the newest whatever its
 * size, more up to a limit. An archive in the making is made once for all who ask.
 */
export class ArchiveCache {
  readonly #limit: number;
  readonly #kept = new Map<string, ZipBytes>();
  readonly #making = new Map<string, Promise<ZipBytes>>();
  #size = 0;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  /** The archive of a key, built where it is not at hand. */
  async get(key: string, build: () => Promise<ZipBytes>): Promise<ZipBytes> {
    const archive = this.#kept.get(key) ?? (await this.#make(key, build));
    this.#keep(key, archive);
    return archive;
  }

  #make(key: string, build: () => Promise<ZipBytes>): Promise<ZipBytes> {
    const making = this.#making.get(key) ?? build().finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  #keep(key: string, archive: ZipBytes): void {
    this.#drop(key);
    this.#kept.set(key, archive);
    this.#size += archive.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#limit || oldest === key) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.size ?? 0;
    this.#kept.delete(key);
  }
}
