import type { ColumnTable } from "arquero";
import { min, sum } from "simple-statistics";
import { discrepancy } from "../../design/diagnostics/discrepancy.ts";
import { traceRows } from "../../design/plans/trace-rows.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { columnKind } from "../columns/column-kind.ts";
import { type FrameEstimates, framesOf } from "./frames-of.ts";
import { spreadRows } from "./spread-rows.ts";
import { unitRanks } from "./unit-ranks.ts";

/** Options of {@link subsetForBudget}. */
export interface SubsetForBudgetOptions {
  /** What each job is expected to cost: frames in order, as `session.estimateSamples` gives them, or the name of a column. */
  estimates: FrameEstimates;
  /** The most frames that the jobs may cost together. */
  maxFrames: number;
  /**
   * The columns whose values should stay evenly spread.
   * @default all with single values, but for `job_id`, `design_row` and the column of estimates
   */
  columns?: readonly string[] | undefined;
}

/** Jobs that fit a budget. */
export interface BudgetSubset {
  /** The jobs, in the design's order. */
  design: ColumnTable;
  /** Which rows of the design they are. */
  rows: number[];
  /** What they are expected to cost together. */
  frames: number;
  /** Their centred discrepancy (squared) by ranks in the whole design; null where no column varies. */
  discrepancy: number | null;
}

const KEYS: readonly string[] = ["job_id", "design_row"];

function usualColumns(design: ColumnTable, estimates: FrameEstimates): string[] {
  return design.columnNames().filter((name) => {
    const kind = columnKind(findColumnType(shownColumn(design, name)));
    return !KEYS.includes(name) && name !== estimates && kind !== "list" && kind !== "other";
  });
}

function checkBudget(frames: Float64Array, maxFrames: number): void {
  if (!(maxFrames >= 0)) {
    throw new RangeError(`maxFrames must be a number of frames, 0 or more, got ${String(maxFrames)}`);
  }
  if (frames.length === 0) throw new RangeError("The design has no jobs to choose from");
  const cheapest = min(Array.from(frames));
  if (cheapest <= maxFrames) return;
  throw new RangeError(`maxFrames of ${maxFrames} pays for no job: the cheapest costs ${cheapest} frames`);
}

/**
 * Chooses jobs of a design that a budget of frames can pay for and that still cover it evenly: one after the other, each
 * the one that leaves the least centred discrepancy (Hickernell 1998) among those that the rest of the budget can pay for,
 * until it can pay for none. Values count by their ranks, so that the chosen jobs are spread as the whole design is; texts
 * are ranked by code units. The same design gives the same jobs.
 *
 * It is greedy, not the best choice there is. Time grows with jobs × chosen jobs × columns: seconds for 5,000 jobs of 10
 * columns, half a minute and more for 20,000.
 *
 * @param design Jobs whose rows do not need each other: of a `saltelli` or `morris` design make fewer blocks instead.
 * @throws {TypeError} When an option is unknown, there are no estimates, a column has lists, or it is a `saltelli` or `morris` design.
 * @throws {RangeError} When no job fits the budget, there is no such column, or estimates are not as many as jobs, missing
 * or less than 0.
 * @example
 * ```ts
 * const design = sample({ num_reps: integers(1, 10), camera_height: uniform(0.5, 2) }, 40, { seed: 1 });
 * const estimates = await session.estimateSamples(design);
 * const { design: jobs, frames } = subsetForBudget(design, { estimates, maxFrames: 5000 });
 * [jobs.numRows(), frames]; // [19, 4992]
 * ```
 */
export function subsetForBudget(design: ColumnTable, options: SubsetForBudgetOptions): BudgetSubset {
  checkTable(design, "subsetForBudget");
  checkOptionNames(options, ["estimates", "maxFrames", "columns"]);
  const { estimates, maxFrames, columns = usualColumns(design, estimates) } = options;
  if (traceRows(design, new Map()) !== undefined) {
    throw new TypeError(
      "The rows of a saltelli() or morris() design need each other: make one of fewer blocks or trajectories",
    );
  }
  const frames = framesOf(design, estimates);
  checkBudget(frames, maxFrames);
  const points = [...new Set(columns)].flatMap((name) => unitRanks(design, name) ?? []);
  const rows = spreadRows(points, { costs: frames, budget: maxFrames }).sort((a, b) => a - b);
  const chosen = points.map((column) => Float64Array.from(rows, (row) => column[row] as number));
  return {
    design: takeRows(design, rows),
    rows,
    frames: sum(rows.map((row) => frames[row] as number)),
    discrepancy: points.length === 0 ? null : discrepancy(chosen),
  };
}
