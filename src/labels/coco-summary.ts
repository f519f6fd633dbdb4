import type { CocoDocument } from "./coco-document.ts";
import type { Row } from "./file-rows.ts";

const PERSON = "person";

/** What job tables tell of a label file. */
export interface CocoSummary {
  numFrames: number;
  numAnnotations: number;
  /** `percent_in_fov` of every person annotation that has it, 0 to 100. */
  percentInFov: readonly number[];
  /** `percent_occlusion` of every person annotation that has it, 0 to 100. */
  percentOcclusion: readonly number[];
}

/** Counts a label file and collects what its `person` annotations say of visibility. */
export function summarizeCoco(
  { images, annotations }: Pick<CocoDocument, "images" | "annotations">,
  categories: ReadonlyMap<number, string>,
): CocoSummary {
  const people = annotations.filter(
    ({ category_id }) => typeof category_id === "number" && categories.get(category_id) === PERSON,
  );
  return {
    numFrames: images.length,
    numAnnotations: annotations.length,
    percentInFov: numbersAt(people, "percent_in_fov"),
    percentOcclusion: numbersAt(people, "percent_occlusion"),
  };
}

function numbersAt(objects: readonly Readonly<Row>[], field: string): number[] {
  return objects
    .map((object) => object[field])
    .filter((value): value is number => typeof value === "number" && !Number.isNaN(value));
}
