import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { FoundFiles, JobFile } from "./job-files.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LABELS = ["labels.json", "video.rgb.json", "video.rbg.json"];
const PREVIEW = "video_preview.png";

/** Options of {@link findNestedJobs}. */
export interface FindNestedJobsOptions {
  /** The ids that the batch lists; a folder with such a name is a job whatever it holds. */
  listed: ReadonlySet<string>;
  signal?: AbortSignal | undefined;
}

/**
 * The jobs of a downloaded batch: subfolders, named by job id, that hold `job.json`, labels or `data.csv`. Others
 * count as jobs, with nothing in them, when they are listed or have a UUID for a name.
 *
 * @param folder The batch's folder; its `name` goes before the files' names.
 */
export async function findNestedJobs(
  folder: JobFile,
  entries: readonly Dirent[],
  { listed, signal }: FindNestedJobsOptions,
): Promise<Map<string, FoundFiles>> {
  const jobs = new Map<string, FoundFiles>();
  const names = entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => name);
  for (const id of names.sort()) {
    if (id.startsWith(".")) continue;
    signal?.throwIfAborted();
    const own = { path: join(folder.path, id), name: `${folder.name}${id}/` };
    const files = await namesIn(own.path);
    if (files === null) continue;
    const job = jobOf(own, files);
    const recognised = job.params !== null || job.labels.length > 0 || job.csv !== null || files.has(PREVIEW);
    if (recognised || listed.has(id) || UUID.test(id)) jobs.set(id, job);
  }
  return jobs;
}

/** The names in a folder; none where it may not be read, null where it is not a folder. */
async function namesIn(path: string): Promise<ReadonlySet<string> | null> {
  try {
    return new Set(await readdir(path));
  } catch {
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
    return isFolder ? new Set() : null;
  }
}

function jobOf(folder: JobFile, names: ReadonlySet<string>): FoundFiles {
  const file = (name: string) => ({ path: join(folder.path, name), name: folder.name + name });
  const [labels, ...others] = LABELS.filter((name) => names.has(name)).map(file);
  return {
    folder,
    ownFolder: true,
    params: names.has("job.json") ? file("job.json") : null,
    labels: labels === undefined ? [] : [{ ...labels, camera: 0 }],
    csv: names.has("data.csv") ? file("data.csv") : null,
    looksLikePreview: names.has(PREVIEW) && ![...names].some((name) => /^video.*\.mp4$/.test(name)),
    unread: others,
  };
}
