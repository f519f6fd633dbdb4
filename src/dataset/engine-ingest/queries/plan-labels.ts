import type { Row } from "../../../labels/file-rows.ts";
import { parseLabelJson } from "../../../labels/json/parse-label-json.ts";
import { isRecord } from "../../../util/is-record.ts";
import type { ObjectTable } from "./label-fields.ts";
import type { LabelPlan } from "./label-plan.ts";
import { namesFit } from "./names-fit.ts";
import { planMotion } from "./plan-motion.ts";
import { SampledFields } from "./sampled-fields.ts";

/** The texts of a sample of files. */
export interface LabelSamples {
  labels: readonly string[];
  motion: readonly string[];
}

const LISTS = ["categories", "images", "annotations"] as const;

/**
 * Plans how label files are read by SQL.
 *
 * @param samples The texts of some of them, in their order.
 * @param options `polygons`: whether segmentations are read; `isOfAll`: whether these are all label files.
 */
export function planLabels(
  samples: LabelSamples,
  { polygons, isOfAll }: Pick<LabelPlan, "polygons" | "isOfAll">,
): LabelPlan {
  const found: Record<ObjectTable, SampledFields> = {
    scenes: new SampledFields("scenes"),
    categories: new SampledFields("categories"),
    images: new SampledFields("images"),
    annotations: new SampledFields("annotations"),
  };
  let runLengths = false;
  for (const text of samples.labels) {
    const document = parsed(text);
    if (isRecord(document.info)) found.scenes.add(document.info);
    for (const name of LISTS) {
      for (const object of objectsOf(document[name])) {
        found[name].add(object);
        runLengths ||= polygons && name === "annotations" && isRecord(object.segmentation);
      }
    }
  }
  const extras = {
    scenes: found.scenes.plan(),
    categories: found.categories.plan(),
    images: found.images.plan(),
    annotations: found.annotations.plan(),
  };
  const motion = planMotion(samples.motion);
  const all = { ...extras, imu: motion.extras };
  const plan = { polygons, isOfAll, runLengths, headers: motion.headers, extras: all };
  if (namesFit(plan)) return { ...plan, fits: true };
  return {
    ...plan,
    extras: { scenes: [], categories: [], images: [], annotations: [], imu: [] },
    fits: false,
  };
}

/** A document, empty where it is broken: then it is odd, whatever is planned. */
function parsed(text: string): Readonly<Row> {
  try {
    const document = parseLabelJson(text);
    return isRecord(document) ? document : {};
  } catch {
    return {};
  }
}

function objectsOf(list: unknown): readonly Readonly<Row>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
