import type { ColumnLike } from "../tables/column-type-of.ts";
import { designColumn } from "./design-column.ts";
import type { Distribution } from "./distributions/distribution.ts";

/** The values that a distribution has at some points of [0, 1), as a column. */
export function columnFromPoints(distribution: Distribution, points: Float64Array): ColumnLike {
  return distribution.column?.(points) ?? designColumn(Array.from(points, (u) => distribution.quantile(u)));
}
