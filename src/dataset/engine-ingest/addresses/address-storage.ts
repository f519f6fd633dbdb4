import type { Engine } from "../../../engine/engine.ts";
import { DatasetFolderError } from "../../dataset-folder-error.ts";
import { isMissingFile } from "../../engine-dataset-errors.ts";
import { isAddress } from "../../engine-folder.ts";
import type { FileStamp } from "../../ingest/fingerprint.ts";
import { FILE_SYSTEM, type JobStorage } from "../../job-storage.ts";
import { type ListedFile, listFiles } from "./list-files.ts";

/** Folders of jobs at addresses, which an engine lists, and those that are paths. */
export class AddressStorage implements JobStorage {
  readonly #engine: Engine;
  readonly #signal: AbortSignal | undefined;
  /** The files of each folder, and those of the folders in them, by their names. */
  readonly #folders = new Map<string, Map<string, ReadonlyMap<string, ListedFile>>>();

  constructor(engine: Engine, signal: AbortSignal | undefined) {
    this.#engine = engine;
    this.#signal = signal;
  }

  async entriesIn(folder: string): Promise<{ name: string; mayBeFile: boolean; mayBeFolder: boolean }[]> {
    if (!isAddress(folder)) return [...(await FILE_SYSTEM.entriesIn(folder))];
    const files = await listFiles(this.#engine, folder, { depth: 1, signal: this.#signal });
    if (files === null) throw new DatasetFolderError(folder, "there is no such folder, or nothing in it");
    const own = new Map<string, ListedFile>();
    const folders = new Map<string, Map<string, ListedFile>>([["", own]]);
    for (const file of files) {
      const [first = "", second] = file.name.split("/");
      const inner = folders.get(first) ?? new Map<string, ListedFile>();
      if (second === undefined) own.set(first, file);
      else folders.set(first, inner.set(second, file));
    }
    this.#folders.set(trimmed(folder), folders);
    return [
      ...Array.from(own.keys(), (name) => ({ name, mayBeFile: true, mayBeFolder: false })),
      ...[...folders.keys()]
        .filter((name) => name !== "")
        .map((name) => ({ name, mayBeFile: false, mayBeFolder: true })),
    ];
  }

  async namesIn(folder: string): Promise<ReadonlySet<string> | null> {
    if (!isAddress(folder)) return FILE_SYSTEM.namesIn(folder);
    const found = this.#in(folder);
    return found === undefined ? null : new Set(found.keys());
  }

  async textOf(path: string): Promise<string | null> {
    if (!isAddress(path)) return FILE_SYSTEM.textOf(path);
    const options = { signal: this.#signal };
    try {
      await this.#engine.registerDataset({ batch_metadata: { format: "text", files: [path] } }, options);
      const query = "SELECT content FROM batch_metadata";
      const rows = await this.#engine.query(query, undefined, options).toTable();
      return rows.numRows() === 0 ? null : String(rows.get("content", 0));
    } catch (error) {
      if (isMissingFile(error)) return null;
      throw error;
    }
  }

  /** What is known of a file in a folder that was listed. */
  stampOf(path: string, name: string): FileStamp {
    const end = path.lastIndexOf("/");
    const found = this.#in(path.slice(0, end))?.get(path.slice(end + 1));
    return { name, bytes: found?.bytes ?? 0, mark: found?.changed ?? "ENOENT" };
  }

  #in(folder: string): ReadonlyMap<string, ListedFile> | undefined {
    const whole = this.#folders.get(trimmed(folder));
    if (whole !== undefined) return whole.get("");
    const end = trimmed(folder).lastIndexOf("/");
    return this.#folders.get(folder.slice(0, end))?.get(trimmed(folder).slice(end + 1));
  }
}

function trimmed(folder: string): string {
  return folder.replace(/\/+$/, "");
}
