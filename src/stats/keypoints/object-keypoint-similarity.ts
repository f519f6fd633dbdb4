import type { ColumnTable } from "arquero";
import { mean } from "simple-statistics";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { findColumn } from "../columns/find-column.ts";
import { numbersOf } from "../columns/numbers-of.ts";
import { COCO_SIGMAS } from "./coco-sigmas.ts";
import { INSTANCE_KEYS, instanceKey, instancePoints } from "./instance-points.ts";
import { oks } from "./oks.ts";

/** Options of {@link objectKeypointSimilarity}. */
export interface KeypointSimilarityOptions {
  /** The table `annotations` of the truth, for the areas of instances. */
  annotations: ColumnTable;
  /** The skeleton that is compared. @default "coco" */
  skeleton?: string;
  /** How far off each point may be, by its name; other points are left out. @default COCO's, for its skeleton */
  sigmas?: Readonly<Record<string, number>>;
}

/** What {@link objectKeypointSimilarity} gives. */
export interface KeypointSimilarity {
  /**
   * One row an instance of either: `job_id`, `camera`, `image_id`, `annotation_id`, `area`, `labelled` and `visible` (the
   * points of the truth with v > 0 and v = 2), `oks`, and `missing`: what it lacks, "truth", "predicted" or "area".
   */
  instances: ColumnTable;
  /** The mean `oks`; null where there is none. */
  mean: number | null;
  /** How many instances have an `oks`. */
  count: number;
  /** How many lack their partner or an area. The others without an `oks` have no labelled point. */
  missing: number;
}

/**
 * Compares two labelings of the same images point by point: the object keypoint similarity of each instance, as
 * {@link oks} has it, the instances joined on `job_id`, `camera`, `image_id` and `annotation_id`.
 *
 * @param truth A table like `keypoints` of a dataset.
 * @param predicted Another one, such as that of the same jobs run with other parameters, or what a model has found. The
 *   column `skeleton` may be absent.
 * @throws {TypeError} When `annotations` is missing, or `sigmas` for another skeleton than COCO's.
 * @throws {RangeError} When a table lacks a column, or a sigma is not above 0.
 * @example
 * ```ts
 * const { instances, mean } = objectKeypointSimilarity(dataset.keypoints, found, { annotations: dataset.annotations });
 * ```
 */
export function objectKeypointSimilarity(
  truth: ColumnTable,
  predicted: ColumnTable,
  options: KeypointSimilarityOptions,
): KeypointSimilarity {
  checkOptionNames(options ?? {}, ["annotations", "skeleton", "sigmas"]);
  const { annotations, skeleton = "coco", sigmas = skeleton === "coco" ? COCO_SIGMAS : undefined } = options ?? {};
  if (annotations === undefined) {
    throw new TypeError("annotations must be the table of annotations of the truth, for the areas of instances");
  }
  if (sigmas === undefined) {
    throw new TypeError(`sigmas must be given for skeleton "${skeleton}": only COCO's are known`);
  }
  const names = Object.keys(sigmas);
  const odd = names.find((name) => !((sigmas[name] as number) > 0));
  if (odd !== undefined) throw new RangeError(`sigmas must be above 0, got ${sigmas[odd]} for "${odd}"`);
  const all = { truth: instancePoints(truth, { skeleton, names }), predicted: instancePoints(predicted, { skeleton, names }) };
  const areas = areasOf(annotations);
  const options_ = { sigmas: names.map((name) => sigmas[name] as number) };
  const keys = [...new Set([...all.truth.keys(), ...all.predicted.keys()])];
  const rows = keys.map((key) => {
    const [true_, found] = [all.truth.get(key), all.predicted.get(key)];
    const area = areas.get(key) ?? null;
    const missing =
      true_ === undefined ? "truth" : found === undefined ? "predicted" : area === null ? "area" : null;
    const value =
      true_ === undefined || found === undefined || area === null
        ? null
        : oks(true_.points, found.points, { area, ...options_ });
    return { area, missing, oks: value, labelled: countOf(true_, 1), visible: countOf(true_, 2), true_, found };
  });
  const values = rows.map((row) => row.oks).filter((value) => value !== null);
  const keyColumns = INSTANCE_KEYS.map((name): [string, ColumnLike] => {
    const [a, b] = [findColumn(truth, name), findColumn(predicted, name)];
    const cells = rows.map(({ true_, found }) => (true_ ? a.at(true_.row) : found ? b.at(found.row) : null));
    return [name, makeColumn(findColumnType(a) ?? "string", cells)];
  });
  return {
    instances: makeTable([
      ...keyColumns,
      ["area", makeColumn("float64", rows.map(({ area }) => area))],
      ["labelled", makeColumn("int32", rows.map(({ labelled }) => labelled))],
      ["visible", makeColumn("int32", rows.map(({ visible }) => visible))],
      ["oks", makeColumn("float64", rows.map((row) => row.oks))],
      ["missing", makeColumn("string", rows.map(({ missing }) => missing))],
    ]),
    mean: values.length === 0 ? null : mean(values),
    count: values.length,
    missing: rows.filter(({ missing }) => missing !== null).length,
  };
}
