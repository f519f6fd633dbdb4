import type { Engine } from "../../../engine/engine.ts";
import { isAddress } from "../../engine-folder.ts";
import { folderSource, type JobSource, readFiles } from "../../ingest/job-source.ts";
import { sourceOf } from "../../ingest/list-folder-sources.ts";
import type { JobEntry } from "../../job-files.ts";
import { listJobs } from "../../list-jobs.ts";
import { AddressStorage } from "./address-storage.ts";

/**
 * The jobs of folders at addresses, as an engine lists them, in the order of the tables' rows.
 *
 * @throws {DatasetFolderError} When a folder is not there or holds no jobs, or two jobs share an id.
 * @throws {BatchMetadataError} When a folder's batch metadata cannot be understood.
 */
export async function listAddressSources(
  engine: Engine,
  folders: readonly string[],
  signal: AbortSignal,
): Promise<JobSource[]> {
  const storage = new AddressStorage(engine, signal);
  const entries = await listJobs(folders, { signal, storage });
  return Promise.all(
    entries.map((entry) => (isRemote(entry) ? remoteSource(entry, storage) : sourceOf(entry))),
  );
}

function isRemote({ files }: JobEntry): boolean {
  return files !== null && isAddress(files.folder.path);
}

function remoteSource(entry: JobEntry, storage: AddressStorage): JobSource {
  const files = entry.files === null ? [] : readFiles(entry.files);
  const stamps = files.map(({ path, name }) => storage.stampOf(path, name));
  return folderSource(entry, stamps, true);
}
