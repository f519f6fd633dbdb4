import { pathBelow } from "./engine-folder.ts";
import type { CameraFile, FoundFiles, JobFile } from "./job-files.ts";

const NAME = /^(\d+)(?:(?:_cam(\d+))?_(labels)|_(params))?\.(json|csv)$/;

/**
 * The jobs of a published dataset: files of one folder that share a number, such as `00004_params.json` and
 * `00004_labels.json` (`000004.json` in old sets), `00004_cam1_labels.json` or `00004.csv`.
 *
 * @param folder The folder; its `name` goes before the files' names.
 * @returns The files by number, as text.
 */
export function findFlatJobs(folder: JobFile, names: readonly string[]): Map<string, FoundFiles> {
  const jobs = new Map<string, FoundFiles>();
  const plain = new Map<string, CameraFile[]>();
  for (const name of [...names].sort()) {
    const match = NAME.exec(name);
    if (match === null) continue;
    const [, number = "", camera, labels, params, extension] = match;
    if (extension === "csv" && (labels !== undefined || params !== undefined)) continue;
    const file = { path: pathBelow(folder.path, name), name: folder.name + name };
    const job = jobs.get(number) ?? {
      folder,
      ownFolder: false,
      params: null,
      labels: [],
      csv: null,
      looksLikePreview: false,
      unread: [],
    };
    if (extension === "csv") job.csv = file;
    else if (params !== undefined) job.params = file;
    else if (camera !== undefined) job.labels = [...job.labels, { ...file, camera: Number(camera) }];
    else plain.set(number, [...(plain.get(number) ?? []), { ...file, camera: 0 }]);
    jobs.set(number, job);
  }
  for (const [number, files] of plain) {
    const job = jobs.get(number);
    if (job === undefined) continue;
    const best = files.find(({ name }) => name.endsWith("_labels.json")) ?? files[0];
    if (job.labels.length === 0 && best !== undefined) job.labels = [best];
    job.unread = files.filter((file) => !job.labels.includes(file));
  }
  for (const job of jobs.values()) job.labels = [...job.labels].sort((a, b) => a.camera - b.camera);
  return jobs;
}
