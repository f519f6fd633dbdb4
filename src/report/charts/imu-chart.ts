import type { ColumnTable } from "arquero";
import { checkTable } from "../../stats/columns/check-table.ts";
import { findColumn } from "../../stats/columns/find-column.ts";
import { toNumbers } from "../../stats/columns/numbers-of.ts";
import { type ChartOptions, checkChartOptions } from "./chart-options.ts";
import type { ChartSpec, View } from "./chart-spec.ts";
import { checkChoice } from "./check-choice.ts";
import { eulerTraces, matrixTraces } from "./imu-traces.ts";
import { makeChart } from "./make-chart.ts";
import { thinTrace } from "./thin-trace.ts";
import { traceView } from "./trace-view.ts";

/** Options of {@link imuChart}. */
export interface ImuChartOptions extends ChartOptions {
  /** The job whose samples are drawn; may be left out where the table has only one. */
  jobId?: string;
  /**
   * `angles` are yaw, pitch and roll (intrinsic z, y, x) in degrees, without jumps at a full turn; `matrix` is the
   * rotation matrix, a plot for each row.
   * @default "angles"
   */
  show?: "angles" | "matrix";
}

/** How many points one line has at most. */
const POINTS = 800;

/**
 * The orientation of a device over time, from the table `imu` of a dataset. Where the samples count repetitions,
 * vertical lines mark where each one ends.
 *
 * @returns A Vega-Lite specification.
 * @throws {RangeError} When the table lacks a column or has no sample of the job, or of several jobs none is named.
 * @example
 * ```ts
 * const { url, token } = server;
 * const watch = await Session.connect({ server: url, token, generator: "sensefit-v0.2.0" });
 * const batch = await watch.submit([{ num_reps: 2 }]);
 * await batch.download("watch");
 * const results = await openDataset("watch");
 * const imu = await results.table("imu");
 * const chart = imuChart(imu, { jobId: batch.jobIds[0] });
 * chart.description; // "Yaw, pitch and roll of job … over time, 88 samples. 2 repetitions end within."
 * ```
 */
export function imuChart(imu: ColumnTable, options: ImuChartOptions = {}): ChartSpec {
  checkTable(imu, "imuChart");
  checkChartOptions(options, ["jobId", "show"]);
  const { show = "angles", width = 560, height = show === "angles" ? 240 : 120 } = options;
  checkChoice("show", show, ["angles", "matrix"]);
  const { jobId, rows } = samplesOf(imu, options.jobId);
  const plots = show === "angles" ? [eulerTraces(imu, rows)] : matrixTraces(imu, rows);
  const time = toNumbers(findColumn(imu, "time"));
  const ends = repetitionEnds(imu, rows, time);
  const span = { first: time[rows[0] as number] as number, last: time[rows.at(-1) as number] as number };
  const views = plots.map((traces, i): View => {
    const values = traces.flatMap((trace) =>
      thinTrace(
        rows.map((row, place) => ({ time: time[row] as number, value: trace.values[place] ?? null })),
        POINTS,
      ).map((point) => ({ ...point, group: trace.name })),
    );
    return traceView(values, {
      traces,
      ends,
      width,
      height,
      isFirst: i === 0,
      isLast: i === plots.length - 1,
      ...span,
    });
  });
  const counted = ends.length > 0 ? ` ${ends.length} repetitions end within.` : "";
  const what = show === "angles" ? "Yaw, pitch and roll" : "Rotation matrix";
  return makeChart({
    options,
    view:
      views.length === 1
        ? (views[0] as View)
        : {
            vconcat: views,
            spacing: 8,
            resolve: { scale: { color: "independent", strokeDash: "independent" } },
          },
    description: `${what} of job ${jobId} over time, ${rows.length} samples.${counted}`,
  });
}

function samplesOf(imu: ColumnTable, wanted: string | undefined): { jobId: string; rows: number[] } {
  const jobs = findColumn(imu, "job_id");
  const time = toNumbers(findColumn(imu, "time"));
  const all = [...new Set(jobs)].map(String);
  const jobId = wanted ?? all[0];
  if (wanted === undefined && all.length > 1) {
    throw new RangeError(`The samples are of ${all.length} jobs: name one with the option "jobId"`);
  }
  const rows = Array.from({ length: imu.numRows() }, (_, row) => row).filter(
    (row) => String(jobs.at(row)) === jobId && Number.isFinite(time[row]),
  );
  if (jobId === undefined || rows.length === 0) {
    throw new RangeError(
      `There are no samples of job ${jobId === undefined ? "any" : `"${jobId}"`} in the table`,
    );
  }
  return { jobId, rows: rows.sort((a, b) => (time[a] as number) - (time[b] as number)) };
}

/** When the count of complete repetitions goes up. */
function repetitionEnds(
  imu: ColumnTable,
  rows: readonly number[],
  time: Float64Array,
): { time: number; count: number }[] {
  if (!imu.columnNames().includes("rep_count_from_start")) return [];
  const counts = toNumbers(findColumn(imu, "rep_count_from_start"));
  const ends: { time: number; count: number }[] = [];
  let before = Number.NaN;
  for (const row of rows) {
    const count = Math.floor(counts[row] as number);
    if (count > before) ends.push({ time: time[row] as number, count });
    if (!Number.isNaN(count)) before = count;
  }
  return ends;
}
