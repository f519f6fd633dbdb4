import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { JobLabels, Row } from "./job-labels.ts";

/** The annotations of each category by group, the most frequent first. */
export function classTable(rows: readonly Row[], groups: JobGroups): ColumnTable {
  const sorted = [...rows].sort(
    (a, b) =>
      Number(a.grp) - Number(b.grp) || Number(b.count) - Number(a.count) || compare(a.category, b.category),
  );
  return makeTable([
    ...keysOf(sorted, groups),
    [
      "category",
      makeColumn(
        "string",
        sorted.map(({ category }) => category),
      ),
    ],
    ...["count", "boxes"].map((name) => integers(name, sorted)),
    ["share", makeColumn("float64", sharesIn(sorted))],
    ...["jobs", "frames"].map((name) => integers(name, sorted)),
  ]);
}

/**
 * How many frames have how many people, by group.
 *
 * @param rows The frames with people.
 */
export function peopleTable(
  rows: readonly Row[],
  groups: JobGroups,
  jobs: readonly JobLabels[],
): ColumnTable {
  const frames = new Float64Array(groups.count);
  for (const [i, job] of jobs.entries()) {
    const group = groups.groups[i] as number;
    frames[group] = (frames[group] as number) + (job.frames ?? 0);
  }
  const counts = Array.from(frames, (all, grp) => {
    const own = rows.filter((row) => row.grp === grp);
    const empty = all - own.reduce((sum, { count }) => sum + Number(count), 0);
    const people = own.map(({ boxes, count }) => ({ grp, boxes, count }));
    if (empty > 0) people.push({ grp, boxes: 0, count: empty });
    return people.sort((a, b) => Number(a.boxes) - Number(b.boxes));
  }).flat();
  return makeTable([
    ...keysOf(counts, groups),
    [
      "people",
      makeColumn(
        "int32",
        counts.map(({ boxes }) => boxes),
      ),
    ],
    [
      "frames",
      makeColumn(
        "int32",
        counts.map(({ count }) => count),
      ),
    ],
    ["share", makeColumn("float64", sharesIn(counts))],
  ]);
}

/** How visible keypoints are, by group, in the order of their names. */
export function keypointTable(rows: readonly Row[], groups: JobGroups): ColumnTable {
  const sorted = [...rows].sort(
    (a, b) =>
      Number(a.grp) - Number(b.grp) || compare(a.skeleton, b.skeleton) || compare(a.keypoint, b.keypoint),
  );
  const shares = (name: string): [string, ColumnLike] => [
    `${name}_share`,
    makeColumn(
      "float64",
      sorted.map((row) => (Number(row.count) === 0 ? null : Number(row[name]) / Number(row.count))),
    ),
  ];
  return makeTable([
    ...keysOf(sorted, groups),
    [
      "skeleton",
      makeColumn(
        "string",
        sorted.map(({ skeleton }) => skeleton),
      ),
    ],
    [
      "keypoint",
      makeColumn(
        "string",
        sorted.map(({ keypoint }) => keypoint),
      ),
    ],
    integers("count", sorted),
    integers("missing", sorted),
    ...["outside", "occluded", "visible"].map(shares),
  ]);
}

function keysOf(rows: readonly Row[], groups: JobGroups): [string, ColumnLike][] {
  return groupColumns(
    groups,
    rows.map(({ grp }) => Number(grp)),
  );
}

function integers(name: string, rows: readonly Row[]): [string, ColumnLike] {
  return [
    name,
    makeColumn(
      "int32",
      rows.map((row) => Number(row[name])),
    ),
  ];
}

/** The share of each row's `count` in that of its group. */
function sharesIn(rows: readonly Row[]): number[] {
  const sums = new Map<unknown, number>();
  for (const { grp, count } of rows) sums.set(grp, (sums.get(grp) ?? 0) + Number(count));
  return rows.map(({ grp, count }) => Number(count) / (sums.get(grp) as number));
}

function compare(a: unknown, b: unknown): number {
  const [x, y] = [String(a ?? ""), String(b ?? "")];
  return x < y ? -1 : x > y ? 1 : 0;
}
