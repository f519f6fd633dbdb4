import type { ColumnTable } from "arquero";
import { median } from "simple-statistics";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";
import { pickerOf } from "../../tables/take-rows.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { numbersOf } from "../columns/numbers-of.ts";
import { checkGroupNames } from "../describe/check-group-names.ts";
import { rowGroups } from "../describe/row-groups.ts";
import { checkConfidence } from "../tests/check-confidence.ts";
import { meanAndSquares } from "../tests/mean-and-squares.ts";
import { meanInterval } from "../tests/mean-interval.ts";
import { checkBins } from "./check-bins.ts";
import { type Factor, readFactor } from "./factor.ts";

/** Options of {@link responseCurve}. */
export interface ResponseCurveOptions {
  /** The column of the results: numbers, truth values (as 0 and 1, so that means are shares) or moments. */
  outcome: string;
  /** The column along which the outcome is followed: numbers, moments, truth values or texts. */
  factor: string;
  /** Columns that part the rows in groups with a curve each. @default one curve */
  by?: string | readonly string[];
  /** The number of bins of a numeric factor with more different numbers than this, and than 10. @default 10 */
  bins?: number;
  /** How sure the band around the mean is. @default 0.95 */
  confidence?: number;
}

const NUMBERS = ["x", "x_min", "x_max", "mean", "sd", "low", "high", "median"] as const;
const COLUMNS = ["level", "x", "x_min", "x_max", "count", "mean", "sd", "low", "high", "median"] as const;

interface Point extends Record<(typeof NUMBERS)[number], number | null> {
  group: number;
  level: string;
  count: number;
}

/**
 * How an outcome goes along a factor: its mean at each level, with a band. Many different numbers are put in bins of
 * about the same count, by their ranks among the rows that have an outcome; all groups have the same bins. The band is
 * the interval of Student's t around the mean, from the jobs of that level alone (mean ± t · sd / √n), level by level:
 * a curve of ten levels leaves it, somewhere, more often than 1 - confidence says.
 *
 * @returns A row per group and level that has jobs: the group columns, `level` (text), `x` (the number, or the mean of
 * the numbers in the bin; null for texts and truth values), `x_min, x_max, count, mean, sd` (n - 1), `low, high`
 * (with `sd` null where there is one job), `median`. Rows without an outcome or a factor are left out; groups are
 * ordered by their values, missing ones last.
 * @throws {RangeError} When the table has no such column, the outcome is also the factor, or a number is out of range.
 * @throws {TypeError} When the outcome has no numbers, the factor or a group column has lists, a group column is called
 * like one of the result, or an option is unknown.
 * @example
 * ```ts
 * const jobs = await dataset.table("jobs");
 * const curve = responseCurve(jobs, { outcome: "avg_percent_occlusion", factor: "camera_height" });
 * curve.select("x", "count", "mean", "low", "high").objects(); // [
 * //   { x: 0.5, count: 4, mean: 6.179575, low: -13.0206…, high: 25.3798… },
 * //   { x: 1, count: 4, mean: 0.085925, low: -0.1010…, high: 0.2729… },
 * //   { x: 1.5, count: 4, mean: 6.7444…, low: -13.4110…, high: 26.8999… }
 * // ]
 * ```
 */
export function responseCurve(table: ColumnTable, options: ResponseCurveOptions): ColumnTable {
  checkTable(table, "responseCurve");
  checkOptionNames(options, ["outcome", "factor", "by", "bins", "confidence"]);
  const { outcome: outcomeName, factor: factorName, bins = 10, confidence = 0.95 } = options;
  const by = typeof options.by === "string" ? [options.by] : (options.by ?? []);
  if (typeof outcomeName !== "string" || typeof factorName !== "string") {
    throw new TypeError('responseCurve needs the names of an "outcome" and a "factor" column');
  }
  if (outcomeName === factorName)
    throw new RangeError(`The outcome "${outcomeName}" cannot be the factor, too`);
  checkGroupNames(by, COLUMNS);
  checkBins(bins);
  checkConfidence(confidence);
  const outcome = numbersOf(table, outcomeName, "outcome");
  const studied = Uint8Array.from(outcome, (value) => (Number.isFinite(value) ? 1 : 0));
  const factor = readFactor(table, factorName, { studied, bins });
  const groups = rowGroups(table, by);
  const points = groups.rows.flatMap((rows, group) => {
    return levelRows(factor, rows).flatMap((members, level) => {
      return members.length === 0 ? [] : [pointOf(factor, { members, level, group, outcome, confidence })];
    });
  });
  const places = Uint32Array.from(points, ({ group }) => group);
  return makeTable([
    ...groups.columns.map(([name, values]): [string, ColumnLike] => [name, pickerOf(values)(places)]),
    ...COLUMNS.map((name): [string, ColumnLike] => {
      const type = name === "level" ? "string" : name === "count" ? "int32" : "float64";
      return [
        name,
        makeColumn(
          type,
          points.map((point) => point[name]),
        ),
      ];
    }),
  ]);
}

function levelRows({ codes, levels }: Factor, rows: Uint32Array): number[][] {
  const byLevel = levels.map((): number[] => []);
  for (const row of rows) byLevel[codes[row] as number]?.push(row);
  return byLevel;
}

function pointOf(
  { levels, numbers }: Factor,
  at: { members: readonly number[]; level: number; group: number; outcome: Float64Array; confidence: number },
): Point {
  const values = at.members.map((row) => at.outcome[row] as number);
  const { count, mean, sd, low, high } = meanInterval(values, at.confidence);
  const xs = numbers === null ? null : at.members.map((row) => numbers[row] as number);
  return {
    group: at.group,
    level: levels[at.level]?.text ?? "",
    x: xs && meanAndSquares(xs).mean,
    x_min: xs?.reduce((least, x) => Math.min(least, x)) ?? null,
    x_max: xs?.reduce((most, x) => Math.max(most, x)) ?? null,
    count,
    mean,
    sd,
    low,
    high,
    median: median(values),
  };
}
