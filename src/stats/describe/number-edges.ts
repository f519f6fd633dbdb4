import type { ColumnKind } from "../columns/column-kind.ts";
import { type BinChoice, type BinnedNumbers, edgesOf } from "./histogram-edges.ts";

/** The edges of the bins of a column's numbers; truth values have theirs in the middle. */
export function numberEdges(
  numbers: BinnedNumbers | null,
  kind: ColumnKind,
  choice: BinChoice,
): Float64Array {
  const isPlain = choice.range === undefined && typeof choice.bins !== "object";
  if (kind === "boolean" && isPlain && numbers !== null) return Float64Array.of(-0.5, 0.5, 1.5);
  return edgesOf(numbers, choice);
}
