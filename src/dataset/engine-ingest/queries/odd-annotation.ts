import type { Dialect } from "../../../engine/dialect/dialect.ts";
import { either, field, isNoInt32, isNoInteger, isNoVector } from "./expressions.ts";
import type { LabelPlan } from "./label-plan.ts";
import { oddCopied } from "./odd-copied.ts";
import { oddSegmentation } from "./segmentation.ts";

/** Keys that JavaScript objects have in another order than files. */
const INDEX = "^(0|[1-9][0-9]*)$";
/** COCO's skeleton has so many numbers. */
const COCO_NUMBERS = 51;

/** Whether an annotation is one that SQL cannot treat as the JavaScript readers do. */
export function oddAnnotation(annotation: string, plan: LabelPlan, dialect: Dialect): string {
  const at = (name: string): string => field(annotation, name);
  return either([
    `${annotation} IS NULL`,
    ...["id", "image_id", "category_id"].flatMap((name) => [`${at(name)} IS NULL`, isNoInteger(at(name))]),
    ...oddCopied("annotations", annotation, { plan, dialect }),
    isNoVector(at("bbox"), 4, dialect),
    isNoVector(at("color"), 3, dialect),
    isNoVector(at("location"), 3, dialect),
    ...oddKeypoints(at("keypoints"), dialect),
    ...["armature_keypoints", "vertex_keypoints"].flatMap((name) => [
      ...oddKeys(at(name), dialect),
      dialect.any(`map_values(${at(name)})`, "p", `(p IS NULL OR ${isNoInt32("p.v")})`),
    ]),
    ...oddKeys(at("quaternions"), dialect),
    dialect.any(
      `map_values(${at("quaternions")})`,
      "p",
      `(${dialect.length("p")} <> 4 OR ${dialect.any("p", "n", "n IS NULL")})`,
    ),
    `${dialect.length(at("cuboid_coordinates"))} <> 8`,
    dialect.any(at("cuboid_coordinates"), "p", "p IS NULL"),
    ...oddSegmentation(at("segmentation"), { plan, dialect }),
  ]);
}

function oddKeypoints(keypoints: string, dialect: Dialect): string[] {
  const length = dialect.length(keypoints);
  const visibility = Array.from({ length: COCO_NUMBERS / 3 }, (_, point) =>
    isNoInt32(dialect.item(keypoints, String(3 * point + 3))),
  );
  return [
    `${length} % 3 <> 0`,
    `${length} > ${COCO_NUMBERS}`,
    dialect.any(keypoints, "n", "n IS NULL"),
    ...visibility,
  ];
}

function oddKeys(map: string, dialect: Dialect): string[] {
  const keys = `map_keys(${map})`;
  return [
    `${dialect.length(dialect.distinct(keys))} <> ${dialect.length(keys)}`,
    dialect.any(keys, "p", dialect.matches("p", INDEX)),
  ];
}
