import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { ArchiveError } from "../../archives/archive-error.ts";
import { type ArchivedFile, readEntries } from "../../archives/read-entries.ts";
import { isJobFolder } from "../files-of-job.ts";
import type { JobFault } from "./job-source.ts";

/** How archives are called. */
export const ZIP_ENDING: RegExp = /\.zip$/i;

/** The folder of a job in an archive, or the archive of a job that cannot be read. */
export interface ZipJob {
  /** The name of the job's folder. */
  name: string;
  zip: string;
  /** The files in the folder, by name; null where the archive is broken. */
  files: Map<string, ArchivedFile> | null;
  fault: JobFault | null;
  /** Tells whether a broken archive is as it was. */
  mark: string;
}

/** Options of {@link findZipJobs}. */
export interface FindZipJobsOptions {
  /** What goes before the names of files. */
  set: string;
  /** The names of the folders of the jobs that the batch lists. */
  listed: ReadonlySet<string>;
  signal: AbortSignal | undefined;
}

/** The jobs in an archive; a broken one is a job of its name that cannot be read. */
export async function findZipJobs(
  zip: string,
  { set, listed, signal }: FindZipJobsOptions,
): Promise<ZipJob[]> {
  const own = basename(zip).replace(ZIP_ENDING, "");
  const broken = async (reason: string): Promise<ZipJob[]> => {
    const { size, mtimeNs } = await stat(zip, { bigint: true }).catch(() => ({ size: 0n, mtimeNs: 0n }));
    const fault = { file: set + basename(zip), reason };
    return [{ name: own, zip, files: null, fault, mark: `${size} ${mtimeNs}` }];
  };
  let entries: ArchivedFile[];
  try {
    entries = await entriesOf(zip, signal);
  } catch (error) {
    signal?.throwIfAborted();
    return broken(error instanceof ArchiveError ? error.message : `Cannot open ${zip}: ${String(error)}`);
  }
  const folders = new Map<string, Map<string, ArchivedFile>>();
  for (const entry of entries) {
    const parts = entry.path.split("/");
    const name = parts.length > 1 ? (parts[0] as string) : own;
    const files = folders.get(name) ?? new Map<string, ArchivedFile>();
    folders.set(name, files);
    files.set(parts.slice(parts.length > 1 ? 1 : 0).join("/"), entry);
  }
  const jobs = [...folders].filter(([name, files]) => isJobFolder(name, new Set(files.keys()), listed));
  if (jobs.length === 0)
    return broken(`"${zip}" holds no job, expected a folder with "job.json", labels or "data.csv"`);
  return jobs.map(([name, files]) => ({ name, zip, files, fault: null, mark: "" }));
}

async function entriesOf(zip: string, signal: AbortSignal | undefined): Promise<ArchivedFile[]> {
  const file = await open(zip, "r");
  try {
    return await readEntries({ archive: zip, file }, { signal });
  } finally {
    await file.close();
  }
}
