import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { type ResultColumn, resultColumns } from "../columns/result-columns.ts";
import { COCO_SIGMAS } from "../keypoints/coco-sigmas.ts";
import { compareTexts, keysOf, sortedRows } from "./counted-rows.ts";
import type { JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

const COCO_ORDER = Object.keys(COCO_SIGMAS);

/** How visible keypoints are, by group and skeleton: COCO's points in their order, others by name. */
export function keypointTable(unsorted: readonly Row[], groups: JobGroups): ColumnTable {
  const rows = sortedRows(
    unsorted,
    (a, b) =>
      compareTexts(a.skeleton, b.skeleton) ||
      cocoPlace(a) - cocoPlace(b) ||
      compareTexts(a.keypoint, b.keypoint),
  );
  return makeTable([
    ...keysOf(rows, groups),
    ...resultColumns(rows, [
      ["skeleton", "string", ({ skeleton }) => skeleton],
      ["keypoint", "string", ({ keypoint }) => keypoint],
      ["count", "int32", ({ count }) => count],
      ["missing", "int32", ({ missing }) => missing],
      shareColumn("outside"),
      shareColumn("occluded"),
      shareColumn("visible"),
    ]),
  ]);
}

function cocoPlace({ skeleton, keypoint }: Row): number {
  return skeleton === "coco" ? COCO_ORDER.indexOf(String(keypoint)) : 0;
}

function shareColumn(name: string): ResultColumn<Row> {
  return [
    `${name}_share`,
    "float64",
    (row) => (Number(row.count) === 0 ? null : Number(row[name]) / Number(row.count)),
  ];
}
