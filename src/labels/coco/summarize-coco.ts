import { sum } from "simple-statistics";
import type { Row } from "../file-rows.ts";
import type { CocoDocument } from "./check-coco-document.ts";

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
  categories: ReadonlyMap<number, string | null>,
): CocoSummary {
  const totals = new CocoTotals(categories);
  for (const annotation of annotations) totals.add(annotation);
  return totals.summary(images.length);
}

/** Counts the annotations of a file one by one. */
export class CocoTotals {
  readonly #categories: ReadonlyMap<number, string | null>;
  readonly #percentInFov: number[] = [];
  readonly #percentOcclusion: number[] = [];
  #count = 0;

  /** @param categories Category names by id. */
  constructor(categories: ReadonlyMap<number, string | null>) {
    this.#categories = categories;
  }

  /** Counts an annotation. */
  add({ category_id, percent_in_fov, percent_occlusion }: Readonly<Row>): void {
    this.#count++;
    if (typeof category_id !== "number" || this.#categories.get(category_id) !== PERSON) return;
    if (Number.isFinite(percent_in_fov)) this.#percentInFov.push(percent_in_fov as number);
    if (Number.isFinite(percent_occlusion)) this.#percentOcclusion.push(percent_occlusion as number);
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

function totalOf(values: readonly number[]): Total {
  return { sum: sum(values as number[]), count: values.length };
}
