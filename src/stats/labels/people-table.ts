import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { resultColumns } from "../columns/result-columns.ts";
import { keysOf, shareIn, sortedRows } from "./counted-rows.ts";
import type { JobGroups } from "./job-groups.ts";
import type { JobLabels, Row } from "./job-labels.ts";

/**
 * How many frames have how many people, by group.
 *
 * @param occupied The frames with people.
 * @param jobs What the labels of each job come to, for the frames without; empty where the dataset has no people.
 */
export function peopleTable(
  occupied: readonly Row[],
  groups: JobGroups,
  jobs: readonly JobLabels[],
): ColumnTable {
  const empty = new Float64Array(groups.count);
  for (const [i, { frames }] of jobs.entries()) add(groups.groups[i], frames ?? 0);
  for (const { grp, count } of occupied) add(Number(grp), -Number(count));
  const rows = sortedRows(
    [
      ...occupied,
      ...Array.from(empty, (count, grp): Row => ({ grp, boxes: 0, count })).filter(
        ({ count }) => Number(count) > 0,
      ),
    ],
    (a, b) => Number(a.boxes) - Number(b.boxes),
  );
  return makeTable([
    ...keysOf(rows, groups),
    ...resultColumns(rows, [
      ["people", "int32", ({ boxes }) => boxes],
      ["frames", "int32", ({ count }) => count],
      ["share", "float64", shareIn(rows)],
    ]),
  ]);

  function add(group: number | undefined, count: number): void {
    if (group !== undefined) empty[group] = (empty[group] as number) + count;
  }
}
