import { isRecord } from "../../util/is-record.ts";
import { isRunLength } from "../rle/is-run-length.ts";
import type { Instance } from "./instance.ts";
import { numbersIn } from "./numbers-in.ts";

/** Run lengths as a file gives them, not checked. */
interface RunLengths {
  counts: unknown;
  size: unknown;
}

/**
 * Appends an annotation's segmentation to `polygons`: a row for each polygon, or one row of run lengths, whose
 * `points` are missing.
 */
export function appendPolygons(instance: Instance): void {
  const { rows, annotation, path, ...keys } = instance;
  const { segmentation } = annotation;
  if (segmentation === undefined || segmentation === null) return;
  if (isRunLengths(segmentation)) {
    appendRunLengths(instance, segmentation);
    return;
  }
  const at = `${path}.segmentation`;
  if (!Array.isArray(segmentation)) {
    rows.reportWrongType(at, "a list of polygons", segmentation);
    return;
  }
  for (const [polygon, value] of segmentation.entries()) {
    const points = numbersIn(value);
    if (points === null) {
      rows.reportWrongType(`${at}[${polygon}]`, "a list of numbers", value);
      continue;
    }
    if (points.length % 2 !== 0) {
      rows.report(
        "wrong_length",
        `${at}[${polygon}]`,
        `A polygon must hold pairs of x and y, got ${points.length} numbers`,
      );
    }
    const row = { job_id: rows.jobId, ...keys, polygon, points };
    rows.append("polygons", row, () => `${at}[${polygon}]`);
  }
}

/** Whether a segmentation is COCO's other kind: run lengths of a mask. */
function isRunLengths(segmentation: unknown): segmentation is RunLengths {
  return (
    isRecord(segmentation) && Object.hasOwn(segmentation, "counts") && Object.hasOwn(segmentation, "size")
  );
}

function appendRunLengths(
  { rows, path, annotation: _, ...keys }: Instance,
  { counts, size }: RunLengths,
): void {
  const at = `${path}.segmentation`;
  const [rle_height, rle_width] = isSize(size) ? size : [null, null];
  if (rle_height === null) rows.reportWrongType(`${at}.size`, "a list of height and width", size);
  const lengths = numbersIn(counts);
  const rle_counts = lengths?.every(isRunLength) ? lengths : null;
  const rle_string = typeof counts === "string" ? counts : null;
  if (rle_counts === null && rle_string === null) {
    rows.reportWrongType(`${at}.counts`, "a list of run lengths or a string", counts);
  }
  const row = { job_id: rows.jobId, ...keys, polygon: 0, rle_height, rle_width, rle_counts, rle_string };
  rows.append("polygons", row, () => at);
}

function isSize(value: unknown): value is [number, number] {
  const size = numbersIn(value, 2);
  return size?.every(isRunLength) === true;
}
