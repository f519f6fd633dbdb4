import type { ColumnTable } from "arquero";
import { mean } from "simple-statistics";
import type { ColumnType } from "../../tables/column-type.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { fitsType } from "../../tables/fits-type.ts";
import { inferColumnType } from "../../tables/infer-column-type.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { findColumn } from "../columns/find-column.ts";
import { numbersOf } from "../columns/numbers-of.ts";
import { resultColumns } from "../columns/result-columns.ts";
import { COCO_SIGMAS } from "./coco-sigmas.ts";
import { INSTANCE_KEYS, type InstancePoints, instanceKey, instancePoints } from "./instance-points.ts";
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
 * const truth = await dataset.table("keypoints");
 * const annotations = await dataset.table("annotations");
 * const found = truth.derive({ x: (d) => d.x + 2 });
 * objectKeypointSimilarity(truth, found, { annotations }).mean; // 0.5570…
 * ```
 */
export function objectKeypointSimilarity(
  truth: ColumnTable,
  predicted: ColumnTable,
  options: KeypointSimilarityOptions,
): KeypointSimilarity {
  checkTable(truth, "objectKeypointSimilarity");
  checkTable(predicted, "objectKeypointSimilarity");
  checkOptionNames(options ?? {}, ["annotations", "skeleton", "sigmas"]);
  const {
    annotations,
    skeleton = "coco",
    sigmas = skeleton === "coco" ? COCO_SIGMAS : undefined,
  } = options ?? {};
  if (annotations === undefined) {
    throw new TypeError(
      "annotations must be the table of annotations of the truth, for the areas of instances",
    );
  }
  if (sigmas === undefined) {
    throw new TypeError(`sigmas must be given for skeleton "${skeleton}": only COCO's are known`);
  }
  const names = Object.keys(sigmas);
  const odd = names.find((name) => !((sigmas[name] as number) > 0));
  if (odd !== undefined) throw new RangeError(`sigmas must be above 0, got ${sigmas[odd]} for "${odd}"`);
  const truths = instancePoints(truth, { skeleton, names });
  const found = instancePoints(predicted, { skeleton, names });
  const areas = areasOf(annotations);
  const scale = names.map((name) => sigmas[name] as number);
  const rows = [...new Set([...truths.keys(), ...found.keys()])].map((key) =>
    compared({ truth: truths.get(key), predicted: found.get(key), area: areas.get(key) ?? null }, scale),
  );
  const values = rows.map((row) => row.oks).filter((value) => value !== null);
  const keys = INSTANCE_KEYS.map((name): [string, ColumnLike] => {
    const [column, other] = [findColumn(truth, name), findColumn(predicted, name)];
    const cells = rows.map((row) =>
      row.truth === undefined ? other.at(row.predicted?.row ?? -1) : column.at(row.truth.row),
    );
    return [name, keyColumn(cells, findColumnType(column))];
  });
  return {
    instances: makeTable([
      ...keys,
      ...resultColumns(rows, [
        ["area", "float64", ({ area }) => area],
        ["labelled", "int32", (row) => countFrom(row.truth, 1)],
        ["visible", "int32", (row) => countFrom(row.truth, 2)],
        ["oks", "float64", (row) => row.oks],
        ["missing", "string", ({ missing }) => missing],
      ]),
    ]),
    mean: values.length === 0 ? null : mean(values),
    count: values.length,
    missing: rows.filter(({ missing }) => missing !== null).length,
  };
}

/** The two labelings of an instance. */
interface Pair {
  readonly truth: InstancePoints | undefined;
  readonly predicted: InstancePoints | undefined;
  readonly area: number | null;
}

function compared(
  pair: Pair,
  sigmas: readonly number[],
): Pair & { missing: "truth" | "predicted" | "area" | null; oks: number | null } {
  const { truth, predicted, area } = pair;
  if (truth === undefined) return { ...pair, missing: "truth", oks: null };
  if (predicted === undefined) return { ...pair, missing: "predicted", oks: null };
  if (area === null) return { ...pair, missing: "area", oks: null };
  return { ...pair, missing: null, oks: oks(truth.points, predicted.points, { area, sigmas }) };
}

/** The areas of instances by key, where they have one that is a number. */
function areasOf(annotations: ColumnTable): Map<string, number> {
  const keyOf = instanceKey(annotations);
  const areas = new Map<string, number>();
  numbersOf(annotations, "area").forEach((area, row) => {
    if (area >= 0 && area < Number.POSITIVE_INFINITY) areas.set(keyOf(row), area);
  });
  return areas;
}

/** A column of keys that may come from two tables: of the type of the first, else of one for all, else of texts. */
function keyColumn(cells: readonly unknown[], first: ColumnType | null): ColumnLike {
  const fits = (type: ColumnType) => cells.every((cell) => (cell ?? null) === null || fitsType(cell, type));
  const type = first !== null && fits(first) ? first : inferColumnType(cells, { integers: true });
  if (type !== null) return makeColumn(type, cells);
  return makeColumn(
    "string",
    cells.map((cell) => ((cell ?? null) === null ? null : String(cell))),
  );
}

/** How many points have a `v` of at least some number; null where there are none. */
function countFrom(instance: InstancePoints | undefined, least: number): number | null {
  if (instance === undefined) return null;
  return instance.points.filter((value, i) => i % 3 === 2 && value >= least).length;
}
