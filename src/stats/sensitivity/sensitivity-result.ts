import type { ColumnTable } from "arquero";

/** What {@link sensitivity} finds. */
export interface SensitivityResult {
  /** Sobol' indices of a `saltelli` design, or elementary effects of a `morris` design. */
  kind: "sobol" | "morris";
  /** The column of the results that is explained. */
  outcome: string;
  /**
   * A row per parameter, in the design's order. Sobol': `parameter`, `s1` (the share of the variance that it explains
   * alone), `s1_conf` (half the interval's width), `s1_low`, `s1_high`, and the same of `st` (the share that it has a part in).
   * Morris: `parameter`, `mu` (mean effect of moving it over its whole range), `mu_star` (mean size of effects),
   * `mu_star_conf`, `mu_star_low`, `mu_star_high`, `sigma` (standard deviation of effects).
   */
  indices: ColumnTable;
  /**
   * A row per pair of parameters: `parameter_a`, `parameter_b`, `s2` (the share of the variance that they explain only
   * together), `s2_conf`, `s2_low`, `s2_high`. Null without second-order rows.
   */
  interactions: ColumnTable | null;
  /** The number of blocks (of trajectories for Morris) that jobs were made of. */
  blocks: number;
  /** The number of blocks all of whose jobs have an outcome: the effective N, from which everything is computed. */
  usedBlocks: number;
  /** The number of jobs of the design. */
  rows: number;
  /** The number of jobs that were used. */
  usedRows: number;
  /** The other blocks, by number from 0. */
  droppedBlocks: number[];
  /** The rows of the `saltelli` or `morris` table whose jobs lack an outcome: what to run again to complete the blocks. */
  missingRows: number[];
  /**
   * What to know about the numbers, such as that the outcome never changed, or that the blocks are too few; null where
   * there is nothing.
   */
  note: string | null;
}
