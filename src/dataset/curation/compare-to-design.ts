import type { ColumnTable } from "arquero";
import { columnName } from "../../labels/column-name.ts";
import { type Jobs, toJobTable } from "../../params/to-job-table.ts";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";
import { JOB_KEYS } from "../jobs-table.ts";
import { matchJobs } from "./match-jobs.ts";
import { numberOf, sameValue } from "./same-value.ts";

const TAKEN: ReadonlySet<string> = new Set(["design_row", "job_id", "status", "drifted"]);

/** Options of {@link compareToDesign}. */
export interface CompareToDesignOptions {
  /**
   * The part of the larger number by which two numbers may differ and still be the same.
   * @default 1e-9
   */
  tolerance?: number;
}

/** A design beside what came back of it. */
export interface DesignComparison {
  /**
   * One row a row of the design: `design_row`, `job_id` and `status` (`completed`, `failed`, `in_progress`, `missing`)
   * of its job, `drifted` (the names of the parameters that came back otherwise), and for each parameter what was
   * requested, under its name (`param_<name>` where that is taken), and what was achieved, as `achieved_<name>`. Jobs that the design does not have follow.
   */
  table: ColumnTable;
  /**
   * One row a parameter that drifted: `design_row`, `job_id`, `parameter`, `requested` and `achieved` as text, and
   * `difference` (achieved less requested) where both are numbers. `achieved` is null where the job does not tell.
   */
  drift: ColumnTable;
}

interface Drift {
  row: number;
  parameter: string;
  requested: unknown;
  achieved: unknown;
}

/**
 * Compares a design with the jobs that came back: which rows are missing or failed, and which parameters are not as
 * requested. A value that the design leaves out is not compared: the generator chose it. Rows are joined by `job_id`
 * where the design has that column, as `batch.table` does, and else by `design_row`. The parameters of jobs that did not
 * come back (`missing`, `failed`) are not compared, either.
 *
 * @param design What was submitted.
 * @param jobs The `jobs` table of a dataset.
 * @throws {TypeError} When the design has no `job_id` and the jobs no `design_row`, or a row of the design two jobs.
 * @throws {RangeError} When the tolerance is not a number from 0.
 * @example
 * ```ts
 * const people = sample({ relative_height: uniform(-1, 1) }, 2, { seed: 1 });
 * const design = cross(people, grid({ scene: ["GYM_1", "BEDROOM_2"], camera_height: [0.5, 1, 1.5] }));
 * const { table, drift } = compareToDesign(design, dataset.jobs);
 * table.filter((d) => d.status === "completed").numRows(); // 12
 * drift.numRows(); // 0
 * ```
 */
export function compareToDesign(
  design: Jobs,
  jobs: ColumnTable,
  { tolerance = 1e-9 }: CompareToDesignOptions = {},
): DesignComparison {
  if (!(tolerance >= 0)) throw new RangeError(`tolerance must be a number from 0, got ${tolerance}`);
  const requested = toJobTable(design);
  const pairs = matchJobs(requested, jobs);
  const came = pairs.map(({ job }) => job !== null && jobs.get("status", job) === "completed");
  const params = requested.columnNames().filter((name) => name !== "job_id" && name !== "design_row");
  const drifts: Drift[] = [];
  const columns: [string, ColumnLike][] = [];
  for (const name of params) {
    const asked = pick(
      requested,
      name,
      pairs.map((pair) => pair.design),
    );
    const column = columnName(name, { prefix: "param_", taken: JOB_KEYS });
    const got = pick(
      jobs,
      jobs.columnNames().includes(column) ? column : null,
      pairs.map((pair) => pair.job),
    );
    columns.push([columnName(name, { prefix: "param_", taken: TAKEN }), asked], [`achieved_${name}`, got]);
    for (let row = 0; row < pairs.length; row++) {
      const [wanted, found] = [asked.at(row) ?? null, got.at(row) ?? null];
      if (!came[row] || wanted === null || sameValue(wanted, found, tolerance)) continue;
      drifts.push({ row, parameter: name, requested: wanted, achieved: found });
    }
  }
  const names = pairs.map((): string[] => []);
  for (const { row, parameter } of drifts) names[row]?.push(parameter);
  const keys: [string, ColumnLike][] = [
    [
      "design_row",
      makeColumn(
        "int32",
        pairs.map((pair) => pair.designRow),
      ),
    ],
    [
      "job_id",
      makeColumn(
        "string",
        pairs.map((pair) => pair.jobId),
      ),
    ],
  ];
  const status = pairs.map(({ job }) => (job === null ? "missing" : jobs.get("status", job)));
  return {
    table: makeTable([
      ...keys,
      ["status", makeColumn("string", status)],
      ["drifted", makeColumn("string[]", names)],
      ...columns,
    ]),
    drift: driftTable(
      drifts,
      takeRows(
        makeTable(keys),
        drifts.map(({ row }) => row),
      ),
    ),
  };
}

/** The values of some rows of a column, null where there is no row; a column of nulls where there is no column. */
function pick(source: ColumnTable, name: string | null, rows: readonly (number | null)[]): ColumnLike {
  if (name === null)
    return makeColumn(
      "string",
      rows.map(() => null),
    );
  const column = shownColumn(source, name);
  return rows.map((row) => (row === null ? null : (column.at(row) ?? null)));
}

function driftTable(drifts: readonly Drift[], keys: ColumnTable): ColumnTable {
  const text = (value: unknown) => (value === null ? null : String(value));
  const differences = drifts.map(({ requested, achieved }) => {
    const [from, to] = [numberOf(requested), numberOf(achieved)];
    return from === null || to === null ? null : to - from;
  });
  return makeTable([
    ...keys.columnNames().map((name): [string, ColumnLike] => [name, keys.column(name) as ColumnLike]),
    [
      "parameter",
      makeColumn(
        "string",
        drifts.map(({ parameter }) => parameter),
      ),
    ],
    [
      "requested",
      makeColumn(
        "string",
        drifts.map(({ requested }) => text(requested)),
      ),
    ],
    [
      "achieved",
      makeColumn(
        "string",
        drifts.map(({ achieved }) => text(achieved)),
      ),
    ],
    ["difference", makeColumn("float64", differences)],
  ]);
}
