import type { ColumnTable } from "arquero";
import type { SensitivityResult } from "../stats/sensitivity/sensitivity-result.ts";
import type { Correction } from "../stats/tests/adjust-p-values.ts";
import type { ReportSource } from "./report-source.ts";

/** What a report is doing. */
export type ReportStep =
  | "reading"
  | "parameters"
  | "labels"
  | "effects"
  | "comparison"
  | "alerts"
  | "drawing";

/** How far a report is. */
export interface ReportProgress {
  step: ReportStep;
  /** How much of the step is done: jobs that are read, outcomes, charts. */
  done: number;
  total: number;
}

/** Options of {@link report}. */
export interface ReportOptions {
  /**
   * The title.
   * @default the names of the batches, or else the number of jobs
   */
  title?: string;
  /**
   * What the sweep was made for: a column of `jobs`, such as `avg_percent_occlusion`, or of the `jobs` table that
   * `labelStatistics` makes, such as `relative_size`. Several are studied one after the other. Without one the report
   * has no effects.
   */
  outcome?: string | readonly string[];
  /**
   * The parameters whose effects are studied.
   * @default those that vary, except texts that hardly ever repeat
   */
  factors?: readonly string[];
  /** The columns of `jobs` that tell the base that jobs share, such as `state`; see `effects`. */
  pairedBy?: string | readonly string[];
  /** A column of `jobs` by whose values the charts of parameters and labels are split. */
  by?: string;
  /**
   * What the dataset is compared to: another dataset (an earlier batch, or real data), or the table of the design that
   * was submitted.
   */
  compare?: ReportSource | ColumnTable;
  /**
   * A sensitivity analysis to show, as `sensitivity` makes it.
   * @default one for each outcome where `compare` or `recipe` is a design of `saltelli` or `morris`
   */
  sensitivity?: SensitivityResult;
  /** The recipe of the design, as `toRecipe` makes it, for the provenance. */
  recipe?: object;
  /**
   * The confidence of intervals, and 1 less the level of significance.
   * @default 0.95
   */
  confidence?: number;
  /**
   * How p-values of several tests are corrected.
   * @default "holm"
   */
  correction?: Correction;
  /**
   * Whether charts are drawn, which takes most of the time. Their numbers are there without them.
   * @default true
   */
  charts?: boolean;
  /** The moment to tell in the report. Without it, a report of the same data is the same text at any time. */
  made?: Date;
  /** Stops the work; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Is told how far the work is. */
  onProgress?: (progress: ReportProgress) => void;
}

/** The names of {@link ReportOptions}. */
export const REPORT_OPTION_NAMES: readonly string[] = [
  "title",
  "outcome",
  "factors",
  "pairedBy",
  "by",
  "compare",
  "sensitivity",
  "recipe",
  "confidence",
  "correction",
  "charts",
  "made",
  "signal",
  "onProgress",
] satisfies (keyof ReportOptions)[];
