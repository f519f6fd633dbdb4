import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { checkCount } from "../check-count.ts";
import type { Plan } from "../plans/plan.ts";
import { planned, remember } from "../plans/provenance.ts";
import { checkNoSharedColumn, sideBySide } from "./side-by-side.ts";
import { checkVary, type Vary } from "./vary.ts";

/** Options of {@link repeat}. */
export interface RepeatOptions {
  /** The name of a last column that numbers the replicates from 0. @default no such column */
  column?: string | undefined;
  /**
   * Whether the replicate varies slowest, so that the whole table comes again and again, or fastest, so that the
   * replicates of a row are neighbours. @default "slowest"
   */
  vary?: Vary | undefined;
}

/**
 * Repeats a table: all its rows, then all its rows again. A sample that is repeated has the same draws in every
 * replicate (common random numbers). For fresh draws, sample as many rows as the repeated table has and put the
 * columns beside it with `zip`, or make a table per replicate with the seeds of `replicateSeeds`.
 *
 * @param times The number of replicates; 0 makes an empty table.
 * @throws {RangeError} When `times` is not a whole number, 0 or more, or the table has the replicate column already.
 * @example
 * ```ts
 * const replicates = repeat(grid({ scene: ["GYM_1", "BEDROOM_2"] }), 3, { column: "replicate" });
 * replicates.numRows(); // 6
 * replicates.object(2); // { scene: "GYM_1", replicate: 1 }
 * const heights = sample({ camera_height: uniform(1, 2) }, 6, { seed: 42 });
 * zip(replicates, heights).object(2); // { scene: "GYM_1", replicate: 1, camera_height: 1.3431… }
 * ```
 */
export function repeat(
  source: ColumnTable,
  times: number,
  { column, vary = "slowest" }: RepeatOptions = {},
): ColumnTable {
  checkCount("times", times);
  checkVary(vary);
  const count = source.numRows();
  const block = vary === "slowest" ? count : times;
  const rows = new Uint32Array(count * times);
  const replicates = new Int32Array(rows.length);
  const [slow, fast] = vary === "slowest" ? [replicates, rows] : [rows, replicates];
  for (let i = 0; i < rows.length; i++) {
    slow[i] = Math.floor(i / block);
    fast[i] = i % block;
  }
  const plan: Plan = { op: "repeat", times, column, vary, inputs: [planned(source)] };
  const repeated = takeRows(source, rows);
  if (column === undefined) return remember(repeated, plan);
  const numbers = makeTable([[column, replicates]]);
  checkNoSharedColumn("repeat", [source, numbers]);
  return remember(sideBySide([repeated, numbers]), plan);
}
