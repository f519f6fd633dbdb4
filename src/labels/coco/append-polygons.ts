import { isRecord } from "../../util/is-record.ts";
import type { Instance } from "./instance.ts";
import { numbersIn } from "./numbers-in.ts";

/** Appends the polygons of an annotation's segmentation to `polygons`. Run lengths are left out: no table is for them. */
export function appendPolygons({ rows, annotation, path, ...keys }: Instance): void {
  const { segmentation } = annotation;
  if (segmentation === undefined || segmentation === null || isRunLengths(segmentation)) return;
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
function isRunLengths(segmentation: unknown): boolean {
  return (
    isRecord(segmentation) && Object.hasOwn(segmentation, "counts") && Object.hasOwn(segmentation, "size")
  );
}
