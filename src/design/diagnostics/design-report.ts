import { type ColumnTable, table } from "arquero";
import { showingTables } from "../../display/tables-display.ts";
import type { ParameterSpace } from "../../params/parameter-space.ts";
import { type Jobs, toJobTable } from "../../params/to-job-table.ts";
import { dedupe } from "../operators/dedupe.ts";
import { asSent } from "./as-sent.ts";
import { type ColumnReport, columnReport } from "./column-report.ts";
import { type DiscrepancyMethod, discrepancy } from "./discrepancy.ts";
import { maxAbsCorrelation } from "./max-abs-correlation.ts";
import { minDistance } from "./min-distance.ts";
import { unitPoints } from "./unit-points.ts";

/** What {@link designReport} tells. */
export interface DesignReport {
  /**
   * A row per column: `column, type, levels` (different values), `missing` (rows without one), `balance` (rows of the
   * rarest possible level for each row of the commonest, 1 is even), `min, max, share_of_range` (0 to 1).
   */
  columns: ColumnTable;
  /**
   * Two rows, the design as `given` and as `sent`, that is with whole numbers where the API wants them: `stage, rows,
   * duplicates, max_abs_correlation, centred_discrepancy, wraparound_discrepancy, mixture_discrepancy, min_distance`.
   * The measures take each varying parameter with a range or choices as one dimension of the unit cube; they are null
   * where there are no two rows, or more than `maxRows`.
   */
  design: ColumnTable;
}

/** Options of {@link designReport}. */
export interface DesignReportOptions {
  /** The most rows for which measures are computed whose time grows with the square of it. @default 5000 */
  maxRows?: number | undefined;
}

function stageRow(
  stage: string,
  jobs: ColumnTable,
  { space, maxRows }: { space: ParameterSpace; maxRows: number },
) {
  const points = unitPoints(jobs, space);
  const n = points[0]?.length ?? 0;
  const measure = <T>(compute: () => T): T | null => (n < 2 || n > maxRows ? null : compute());
  const of = (method: DiscrepancyMethod) => measure(() => discrepancy(points, { method }));
  return {
    stage,
    rows: jobs.numRows(),
    duplicates: jobs.numRows() - dedupe(jobs).numRows(),
    max_abs_correlation: n < 2 ? null : maxAbsCorrelation(points),
    centred_discrepancy: of("CD"),
    wraparound_discrepancy: of("WD"),
    mixture_discrepancy: of("MD"),
    min_distance: measure(() => minDistance(points)),
  };
}

function toTable<T extends object>(rows: readonly T[], names: readonly (keyof T & string)[]): ColumnTable {
  return table(names.map((name) => [name, rows.map((row) => row[name])]));
}

const COLUMN_NAMES: readonly (keyof ColumnReport)[] = [
  ...(["column", "type", "levels", "missing", "balance", "min", "max", "share_of_range"] as const),
];

/**
 * Describes a design before it is paid for: what each column reaches of its parameter's range, and how evenly the rows
 * fill the space, before and after rounding to the API's types.
 *
 * @param jobs A table or records.
 * @param space The parameters of the generator, such as `session.space`.
 * @throws {TypeError} When `space` is left out.
 * @example
 * ```ts
 * const columns = { camera_height: uniform(0.1, 2.75), relative_camera_yaw_deg: uniform(-30, 30) };
 * const report = designReport(sample(columns, 64, { seed: 1, method: sobol() }), session.space);
 * report.design.select("stage", "rows", "duplicates", "max_abs_correlation").object(); // {
 * //   stage: "given", rows: 64, duplicates: 0, max_abs_correlation: 0.0124…
 * // }
 * ```
 */
export function designReport(
  jobs: Jobs,
  space: ParameterSpace,
  { maxRows = 5000 }: DesignReportOptions = {},
): DesignReport {
  if (typeof space?.find !== "function") {
    throw new TypeError(
      "designReport() needs a generator's parameters as its second argument: session.space",
    );
  }
  const given = toJobTable(jobs, space);
  const columns = given.columnNames().map((name) => {
    return columnReport(name, given.array(name) as ArrayLike<unknown>, space.find(name));
  });
  const stages = [
    stageRow("given", given, { space, maxRows }),
    stageRow("sent", asSent(given, space), { space, maxRows }),
  ];
  const stageNames = Object.keys(stages[0] as object) as (keyof (typeof stages)[number])[];
  return showingTables({ columns: toTable(columns, COLUMN_NAMES), design: toTable(stages, stageNames) });
}
