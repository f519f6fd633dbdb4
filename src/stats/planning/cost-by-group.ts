import type { ColumnTable } from "arquero";
import { sum } from "simple-statistics";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { levelsOf } from "../columns/levels-of.ts";
import { checkGroupNames } from "../describe/check-group-names.ts";
import { type FrameEstimates, framesOf } from "./frames-of.ts";

/** Options of {@link costByGroup}. */
export interface CostByGroupOptions {
  /** What each job is expected to cost: frames in order, as `session.estimateSamples` gives them, or the name of a column. */
  estimates: FrameEstimates;
  /** The column or columns whose values make the groups; a missing value is a group of its own. */
  by: string | readonly string[];
}

interface Group {
  /** The first of its rows. */
  row: number;
  jobs: number;
  frames: number;
}

function groupsOf(design: ColumnTable, by: readonly string[], frames: Float64Array): Group[] {
  const codes = by.map((name) => levelsOf(design, name, "group column").codes);
  const groups = new Map<string, Group>();
  for (let row = 0; row < frames.length; row++) {
    const key = codes.map((code) => code[row]).join(" ");
    const group = groups.get(key) ?? { row, jobs: 0, frames: 0 };
    group.jobs++;
    group.frames += frames[row] as number;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.frames - a.frames);
}

/**
 * What a design costs by group, before it is paid for.
 *
 * @returns A row per group, the most expensive first: the group columns, `jobs`, `frames`, `frames_per_job`, and `share`
 * of all frames (null where there are none).
 * @throws {TypeError} When an option is unknown, there are no estimates, or a group column has lists, is named twice or has the
 * name of a column of the result.
 * @throws {RangeError} When there is no such column, or estimates are not as many as jobs, missing or less than 0.
 * @example
 * ```ts
 * const design = grid({ exercise: ["PUSHUP", "UPPERCUT-LEFT"], num_reps: [1, 2, 3] });
 * const estimates = await session.estimateSamples(design);
 * costByGroup(design, { estimates, by: "exercise" }).objects(); // [
 * //   { exercise: "PUSHUP", jobs: 3, frames: 288, frames_per_job: 96, share: 0.5877… },
 * //   { exercise: "UPPERCUT-LEFT", jobs: 3, frames: 202, frames_per_job: 67.3333…, share: 0.4122… }
 * // ]
 * ```
 */
export function costByGroup(design: ColumnTable, options: CostByGroupOptions): ColumnTable {
  checkTable(design, "costByGroup");
  checkOptionNames(options, ["estimates", "by"]);
  const { estimates, by } = options;
  const names = typeof by === "string" ? [by] : [...(by ?? [])];
  if (names.length === 0) throw new TypeError('costByGroup needs a column to group by: by: "scene"');
  checkGroupNames(names, ["jobs", "frames", "frames_per_job", "share"]);
  const groups = groupsOf(design, names, framesOf(design, estimates));
  const total = sum(groups.map(({ frames }) => frames));
  const rows = Uint32Array.from(groups, ({ row }) => row);
  const numbers = (name: string, of: (group: Group) => number | null): [string, ColumnLike] => {
    return [name, makeColumn(name === "jobs" ? "int32" : "float64", groups.map(of))];
  };
  return makeTable([
    ...names.map((name): [string, ColumnLike] => [name, pickerOf(shownColumn(design, name))(rows)]),
    numbers("jobs", ({ jobs }) => jobs),
    numbers("frames", ({ frames }) => frames),
    numbers("frames_per_job", ({ jobs, frames }) => frames / jobs),
    numbers("share", ({ frames }) => (total > 0 ? frames / total : null)),
  ]);
}
