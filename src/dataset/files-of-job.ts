import { pathBelow } from "./engine-folder.ts";
import type { FoundFiles, JobFile } from "./job-files.ts";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LABELS = ["labels.json", "video.rgb.json", "video.rbg.json"];
const PREVIEW = "video_preview.png";
const READ = [...LABELS, "job.json", "data.csv", PREVIEW];

/**
 * Whether a folder is that of a job: it holds what a job's has, or its name says so.
 *
 * @param listed The names of the folders of the jobs that the batch lists.
 */
export function isJobFolder(name: string, names: ReadonlySet<string>, listed: ReadonlySet<string>): boolean {
  return READ.some((file) => names.has(file)) || listed.has(name) || UUID.test(name);
}

/** The files of a job, by the names in its folder. */
export function filesOfJob(folder: JobFile, names: ReadonlySet<string>): FoundFiles {
  const file = (name: string) => ({ path: pathBelow(folder.path, name), name: folder.name + name });
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
