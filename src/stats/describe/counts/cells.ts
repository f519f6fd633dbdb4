import type { ColumnType } from "../../../tables/column-type.ts";
import type { ColumnLike } from "../../../tables/column-type-of.ts";
import { leafItems } from "./leaf-items.ts";

/** Cells of a column, and how many times each counts. */
export interface Cells {
  readonly column: ColumnLike;
  /** Null where the values have none in common. */
  readonly type: ColumnType | null;
  /** Null where each counts once. */
  readonly weights: Float64Array | null;
}

/** The innermost items of lists, each of which counts as its row does; other cells as they are. */
export function leafCells(cells: Cells): Cells {
  const { column, type, weights } = cells;
  if (type?.endsWith("[]") !== true) return cells;
  const leaves = leafItems(column, type);
  return {
    column: leaves.items,
    type: leaves.type,
    weights: weights === null ? null : Float64Array.from(leaves.rows, (row) => weights[row] as number),
  };
}
