import type { FileRows, Row } from "../file-rows.ts";
import { isLabelId, type LabelId } from "../label-id.ts";
import { copyFields } from "./copy-fields.ts";
import { TAKEN_COLUMNS } from "./taken-columns.ts";

const SKIP: ReadonlySet<string> = new Set(["id"]);

/**
 * Appends a file's frames to `images`.
 *
 * @returns The frame number of each image, by its id; null where the file does not give it.
 */
export function appendImages(
  rows: FileRows,
  images: readonly Readonly<Row>[],
  { camera }: { camera: number },
): Map<LabelId, LabelId | null> {
  const frames = new Map<LabelId, LabelId | null>();
  for (let index = 0; index < images.length; index++) {
    const image = images[index] as Readonly<Row>;
    const path = `$.images[${index}]`;
    const id = rows.id(image.id, `${path}.id`);
    const row: Row = { job_id: rows.jobId, camera, image_id: id };
    copyFields(row, image, { table: "images", rows, skip: SKIP, taken: TAKEN_COLUMNS.images, path });
    rows.append("images", row, () => path);
    if (id === null) continue;
    if (frames.has(id)) {
      rows.report(
        "duplicate_image_id",
        path,
        `Image ${id} is in the file more than once: labels join to the first`,
      );
      continue;
    }
    frames.set(id, isLabelId(image.frame_number) ? image.frame_number : null);
  }
  return frames;
}
