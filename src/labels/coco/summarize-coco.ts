import { sum } from "simple-statistics";
import type { Row } from "../file-rows.ts";
import { isLabelId, type LabelId } from "../label-id.ts";
import type { CocoDocument } from "./check-coco-document.ts";

import { nearestNumber } from "./nearest-number.ts";

const PERSON = "person";

/** Numbers as far as a mean over several files needs them. */
export interface Total {
  sum: number;
  count: number;
}

/** What job tables tell of a label file. */
export interface CocoSummary {
  numFrames: number;
  numAnnotations: number;
  /** `percent_in_fov` of every person annotation that has it, 0 to 100. */
  percentInFov: Total;
  /** `percent_occlusion` of every person annotation that has it, 0 to 100. */
  percentOcclusion: Total;
}

/** Counts a label file and totals what its `person` annotations say of visibility. */
export function summarizeCoco(
  { images, annotations }: Pick<CocoDocument, "images" | "annotations">,
  categories: ReadonlyMap<LabelId, string | null>,
): CocoSummary {
  const people = annotations.filter(
    ({ category_id }) => isLabelId(category_id) && categories.get(category_id) === PERSON,
  );
  return {
    numFrames: images.length,
    numAnnotations: annotations.length,
    percentInFov: totalOf(people, "percent_in_fov"),
    percentOcclusion: totalOf(people, "percent_occlusion"),
  };
}

function totalOf(objects: readonly Readonly<Row>[], field: string): Total {
  const values = objects
    .map((object) => nearestNumber(object[field]))
    .filter((value): value is number => typeof value === "number" && Number.isFinite(value));
  return { sum: sum(values), count: values.length };
}
