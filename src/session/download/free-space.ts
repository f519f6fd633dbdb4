import { statfs } from "node:fs/promises";
import type { ApiClient } from "../../api/api-client.ts";

const MEGABYTE = 1e6;

/** Says once when a disk has too little room for what is still to come. */
export class FreeSpace {
  readonly #client: ApiClient;
  readonly #folder: string;
  #hasWarned = false;

  constructor(client: ApiClient, folder: string) {
    this.#client = client;
    this.#folder = folder;
  }

  /**
   * Compares the room with a guess: what is packed is at least as large when unpacked, and the archive goes only then.
   *
   * @param archiveBytes The bytes of the archive that is coming, as one like the others.
   * @param numJobs How many jobs are still to come, this one included.
   */
  async check(archiveBytes: number, numJobs: number): Promise<void> {
    if (this.#hasWarned) return;
    const stats = await statfs(this.#folder).catch(() => null);
    const needed = archiveBytes * (numJobs + 1);
    if (stats === null || this.#hasWarned || stats.bavail * stats.bsize >= needed) return;
    this.#hasWarned = true;
    const free = Math.floor((stats.bavail * stats.bsize) / MEGABYTE);
    const message = `${this.#folder} has ${free} MB free, and its ${numJobs} jobs still to come need about ${Math.ceil(needed / MEGABYTE)} MB or more`;
    this.#client.emit({ type: "warning", message });
  }
}
