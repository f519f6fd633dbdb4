import type { ColumnTable } from "arquero";
import { columnName } from "../column-name.ts";
import { type CocoObject, imageObjects } from "./coco-objects.ts";
import type { MergedImage } from "./merge-coco-options.ts";
import { plainValue } from "./plain-value.ts";
import { setField } from "./set-field.ts";
import type { TableRows } from "./table-rows.ts";

const OWN: ReadonlySet<string> = new Set(["job_id", "camera", "source_id"]);

/** The images of several label files as those of one. */
export interface MergedImages {
  images: Iterable<CocoObject>;
  /** The id in the merged file of the image that a row of a table with the same keys is of. */
  idOf: (rows: TableRows) => (place: number) => number | undefined;
}

/** Numbers the images of all jobs from 1, in the table's order. */
export function mergeImages(
  table: ColumnTable,
  fileName: ((image: MergedImage) => string | null) | undefined,
): MergedImages {
  const { rows, objectAt } = imageObjects(table);
  const read = ["job_id", "camera", "image_id", "frame_number"].map((name) => rows.reader(name));
  const keyOf = keyReader(rows);
  const ids = new Map<string, number>();
  const cameras = new Map<unknown, Set<unknown>>();
  rows.places.forEach((place, index) => {
    const key = keyOf(place);
    if (key !== null && !ids.has(key)) ids.set(key, index + 1);
    const [job, camera] = read.map((at) => at(place));
    const ofJob = cameras.get(job) ?? new Set();
    cameras.set(job, ofJob.add(camera));
  });
  const nameOf =
    fileName ?? ((image: MergedImage) => defaultName(image, cameras.get(image.jobId)?.size ?? 1));
  return {
    images: { [Symbol.iterator]: objects },
    idOf: (others) => {
      const otherKey = keyReader(others);
      return (place) => {
        const key = otherKey(place);
        return key === null ? undefined : ids.get(key);
      };
    },
  };

  function* objects(): Generator<CocoObject> {
    let id = 0;
    for (const place of rows.places) {
      const [jobId, camera, sourceId, frameNumber] = read.map((at) => plainValue(at(place)));
      const { id: _, file_name, ...fields } = objectAt(place);
      const image = { jobId, camera, sourceId, frameNumber, fileName: file_name ?? null } as MergedImage;
      const name = nameOf(image);
      const object: CocoObject = name === null ? { id: ++id } : { id: ++id, file_name: name };
      for (const [field, value] of Object.entries(fields)) setField(object, ownName(field), value);
      yield Object.assign(object, { job_id: jobId, camera, source_id: sourceId });
    }
  }
}

/** The name of a field of an image or a scene, beside those that a merged file adds. */
export function ownName(field: string): string {
  return field === "__proto__" ? field : columnName(field, { prefix: "label_", taken: OWN });
}

function defaultName({ jobId, camera, fileName }: MergedImage, cameras: number): string | null {
  if (fileName === null) return null;
  return cameras > 1 ? `${jobId}/cam${camera}/${fileName}` : `${jobId}/${fileName}`;
}

/** Reads the keys of an image as one text, which is null where it has no id. */
function keyReader(rows: TableRows): (place: number) => string | null {
  const [id, camera, job] = ["image_id", "camera", "job_id"].map((name) => rows.reader(name)) as [
    Read,
    Read,
    Read,
  ];
  return (place) => (id(place) === null ? null : `${camera(place)}\n${id(place)}\n${job(place)}`);
}

type Read = (place: number) => unknown;
