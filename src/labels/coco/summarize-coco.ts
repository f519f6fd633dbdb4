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
  const totals = new CocoTotals(categories);
  for (const annotation of annotations) totals.add(annotation);
  return totals.summary(images.length);
}

/** Counts the annotations of a file one by one. */
export class CocoTotals {
  readonly #categories: ReadonlyMap<LabelId, string | null>;
  readonly #percentInFov: number[] = [];
  readonly #percentOcclusion: number[] = [];
  #count = 0;

  /** @param categories Category names by id. */
  constructor(categories: ReadonlyMap<LabelId, string | null>) {
    this.#categories = categories;
  }

  /** Counts an annotation. */
  add({ category_id, percent_in_fov, percent_occlusion }: Readonly<Row>): void {
    this.#count++;
    if (!isLabelId(category_id) || this.#categories.get(category_id) !== PERSON) return;
    push(this.#percentInFov, percent_in_fov);
    push(this.#percentOcclusion, percent_occlusion);
  }

  /** The summary of what was counted. */
  summary(numFrames: number): CocoSummary {
    return {
      numFrames,
      numAnnotations: this.#count,
      percentInFov: totalOf(this.#percentInFov),
      percentOcclusion: totalOf(this.#percentOcclusion),
    };
  }
}

function push(values: number[], value: unknown): void {
  const number = nearestNumber(value);
  if (Number.isFinite(number)) values.push(number as number);
}

function totalOf(values: readonly number[]): Total {
  return { sum: sum(values as number[]), count: values.length };
}
