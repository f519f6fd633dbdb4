import type { ColumnTable } from "arquero";

/** A table with its outcome. */
export interface StudyInput {
  table: ColumnTable;
  /** For each row its outcome; not finite where it has none. */
  outcome: Float64Array;
  pairedBy: readonly string[];
  bins: number;
}
