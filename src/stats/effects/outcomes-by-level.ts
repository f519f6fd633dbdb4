import { type Grouping, rowsOfGroups } from "../least-squares/grouping.ts";

/** The outcomes of each group's rows; a group without rows has an empty list. */
export function outcomesByLevel(outcome: Float64Array, groups: Grouping): Float64Array[] {
  return rowsOfGroups(groups).map((rows) => Float64Array.from(rows, (row) => outcome[row] as number));
}
