import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { resultColumns } from "../columns/result-columns.ts";
import { compareTexts, keysOf, shareIn, sortedRows } from "./counted-rows.ts";
import type { JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";

/** The annotations of each category by group, the most frequent first. */
export function classTable(unsorted: readonly Row[], groups: JobGroups): ColumnTable {
  const rows = sortedRows(
    unsorted,
    (a, b) => Number(b.count) - Number(a.count) || compareTexts(a.category, b.category),
  );
  return makeTable([
    ...keysOf(rows, groups),
    ...resultColumns(rows, [
      ["category", "string", ({ category }) => category],
      ["count", "int32", ({ count }) => count],
      ["boxes", "int32", ({ boxes }) => boxes],
      ["share", "float64", shareIn(rows)],
      ["jobs", "int32", ({ jobs }) => jobs],
      ["frames", "int32", ({ frames }) => frames],
    ]),
  ]);
}
