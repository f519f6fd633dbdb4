import { isRecord } from "../../util/is-record.ts";
import type { Instance } from "./instance.ts";
import { nearestNumber } from "./nearest-number.ts";

const CORNERS = 8;

/** Appends the corners of an annotation's cuboid to `cuboids`: 0 to 3 are the top, 4 to 7 the bottom below them. */
export function appendCuboid({ rows, annotation, path, ...keys }: Instance): void {
  const corners = annotation.cuboid_coordinates;
  if (corners === undefined || corners === null) return;
  const at = `${path}.cuboid_coordinates`;
  if (!Array.isArray(corners)) {
    rows.reportWrongType(at, "a list of corners", corners);
    return;
  }
  if (corners.length !== CORNERS) {
    rows.report(
      "wrong_length",
      at,
      `"cuboid_coordinates" must hold ${CORNERS} corners, got ${corners.length}`,
    );
  }
  for (const [corner, point] of corners.entries()) {
    if (!isRecord(point)) {
      rows.reportWrongType(`${at}[${corner}]`, "an object", point);
      continue;
    }
    const [x, y, z] = [point.x, point.y, point.z].map(nearestNumber);
    rows.append("cuboids", { job_id: rows.jobId, ...keys, corner, x, y, z }, () => `${at}[${corner}]`);
  }
}
