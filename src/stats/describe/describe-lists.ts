import { type Cells, leafCells } from "./counts/cells.ts";
import { countRows } from "./counts/count-rows.ts";
import type { CellsDescription } from "./finished-description.ts";
import { lengthStatistics } from "./length-statistics.ts";

/**
 * Describes lists.
 *
 * @param describeItems Describes the innermost items of all lists.
 */
export function describeLists(
  lists: Cells,
  describeItems: (items: Cells) => CellsDescription,
): CellsDescription {
  const { column, weights } = lists;
  const { count: items, missing: _, ...known } = describeItems(leafCells(lists));
  const lengths = Array.from(column, (list) => (list as unknown[] | null | undefined)?.length ?? -1);
  return { ...known, items, ...countRows(column, weights), ...lengthStatistics(lengths, weights) };
}
