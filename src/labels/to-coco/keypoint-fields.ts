import { COCO_KEYPOINT_NAMES } from "../coco/coco-keypoint-names.ts";
import { groupByAnnotation } from "./group-by-annotation.ts";
import { plainValue } from "./plain-value.ts";
import { type FieldCopier, scalarField, vectorField } from "./row-fields.ts";
import { setField } from "./set-field.ts";
import type { TableRows } from "./table-rows.ts";

const POINT = ["x", "y", "v", "z", "x_global", "y_global", "z_global"];
const PLACES: ReadonlyMap<unknown, number> = new Map(COCO_KEYPOINT_NAMES.map((name, index) => [name, index]));

type Members = Record<string, unknown>;

/** Copies the rows of `keypoints` as the fields that they came from. */
export function keypointFields(keypoints: TableRows, annotations: TableRows): FieldCopier {
  const rowsOf = groupByAnnotation(keypoints, annotations);
  const skeletonAt = keypoints.reader("skeleton");
  const nameAt = keypoints.reader("keypoint");
  const copiers = POINT.map((name) => scalarField(keypoints, name));
  const copyTurn = vectorField(keypoints, "turn", ["qw", "qx", "qy", "qz"]);
  const numbers = ["x", "y", "v"].map((name) => keypoints.reader(name));

  return (annotation, into) => {
    const places = rowsOf(annotation);
    const skeletons = new Map<unknown, Members>();
    const turns: Members = {};
    let flat: unknown[] | null = null;
    for (const place of places) {
      const skeleton = skeletonAt(place);
      const name = nameAt(place);
      if (skeleton === "coco") {
        const index = PLACES.get(name);
        if (index === undefined) continue;
        flat ??= [];
        // COCO writes a point that is not labelled as zeros.
        while (flat.length < 3 * index) flat.push(0);
        flat.splice(3 * index, 3, ...numbers.map((at) => plainValue(at(place)) ?? 0));
        continue;
      }
      const point = pointAt(place);
      const turn: Members = {};
      copyTurn(place, turn);
      if (turn.turn !== undefined) setField(turns, String(name), turn.turn);
      if (point === null) continue;
      const points = skeletons.get(skeleton) ?? {};
      skeletons.set(skeleton, points);
      setField(points, String(name), point);
    }
    if (flat !== null) into.keypoints = flat;
    for (const skeleton of ["armature", "vertex"]) {
      const points = skeletons.get(skeleton);
      if (points !== undefined) into[`${skeleton}_keypoints`] = points;
    }
    if (Object.keys(turns).length > 0) into.quaternions = turns;
  };

  function pointAt(place: number): Members | null {
    const point: Members = {};
    for (const copy of copiers) copy(place, point);
    return Object.keys(point).length === 0 ? null : point;
  }
}
