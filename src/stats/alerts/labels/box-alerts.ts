import { INFINITE, isFiniteNumber } from "../../labels/label-columns.ts";
import { percent } from "../../text/percent.ts";
import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import { BOX_MEASURES, type BoxMeasure } from "./box-measures.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

/** The bins whose dominance is judged, and the least boxes that can be judged. */
const BINS = 10;

interface BoxRow {
  label: string;
  /** The place of the measure among the measures. */
  measure: number;
  count: number;
  mean: number;
  /** Null of a single box. */
  sd: number | null;
  low: number;
  high: number;
  far: number;
  /** The boxes in the fullest bin. */
  fullest: number;
}

/** `FarFromLabelMean` and `ImbalancedDistInLabel`: boxes of a label that are unlike the others, or too much alike. */
export async function boxAlerts(reader: LabelReader, thresholds: LabelAlertThresholds): Promise<Alert[]> {
  if (!reader.has("annotations")) return [];
  const found = await reader.rows(boxQuery(reader, thresholds));
  return (found as unknown as BoxRow[]).flatMap((row) => {
    const measure = BOX_MEASURES[row.measure] as BoxMeasure;
    return [...farAlert(row, measure, thresholds), ...dominanceAlert(row, measure, thresholds)];
  });
}

function boxQuery({ dialect, number }: LabelReader, { farFromMean }: LabelAlertThresholds): string {
  const sizes = BOX_MEASURES.map(({ sql }, i) =>
    dialect.struct([
      ["measure", String(i)],
      ["x", sql],
    ]),
  );
  return `
    WITH boxes AS (
      SELECT category AS label, ${number("bbox_w")} AS w, ${number("bbox_h")} AS h
      FROM annotations WHERE category IS NOT NULL
    ), sizes AS (
      SELECT label, size.measure AS measure, size.x AS x
      FROM (SELECT * FROM boxes WHERE ${isFiniteNumber("w")} AND ${isFiniteNumber("h")} AND w > 0 AND h > 0) boxes
        ${dialect.unnest(dialect.list(sizes), { item: "size" })}
      WHERE size.x < ${INFINITE}
    ), spreads AS (
      SELECT label, measure, count(*) AS count, avg(x) AS mean, stddev_samp(x) AS sd, min(x) AS low, max(x) AS high
      FROM sizes GROUP BY label, measure
    ), placed AS (
      SELECT spreads.*, abs(x - mean) / nullif(sd, 0) > ${dialect.literal(farFromMean)} AS is_far,
        CASE WHEN high > low THEN floor(least((x - low) / (high - low) * ${BINS}, ${BINS - 1})) ELSE 0 END AS bin
      FROM sizes JOIN spreads ON spreads.label = sizes.label AND spreads.measure = sizes.measure
    ), bins AS (
      SELECT label, measure, count, mean, sd, low, high, bin, count(*) AS n, count(*) FILTER (WHERE is_far) AS far
      FROM placed GROUP BY label, measure, count, mean, sd, low, high, bin
    )
    SELECT label, measure, count, mean, sd, low, high, sum(far) AS far, max(n) AS fullest
    FROM bins GROUP BY label, measure, count, mean, sd, low, high ORDER BY label, measure`;
}

function farAlert(
  { label, far, count, mean, sd, low, high }: BoxRow,
  { column, name, unit }: BoxMeasure,
  { farFromMean: threshold }: LabelAlertThresholds,
): Alert[] {
  if (far === 0 || sd === null) return [];
  // Those that are as far on either side differ by rounding only.
  const farthest = high - mean >= (mean - low) * (1 - 1e-12) ? high : low;
  const value = Math.abs(farthest - mean) / sd;
  const message =
    `"${label}": ${quantity(far)} of ${counted(count, "box", "boxes")} ${far === 1 ? "is" : "are"} more than ` +
    `${quantity(threshold)} standard deviations from the mean ${name} of ${quantity(mean)}${unit} ` +
    `(farthest: ${quantity(farthest)}${unit})`;
  return [{ alert: "FarFromLabelMean", severity: "warning", column, label, value, threshold, message }];
}

function dominanceAlert(
  { label, count, fullest, low, high }: BoxRow,
  { column, name, unit }: BoxMeasure,
  { dominanceRatio: threshold }: LabelAlertThresholds,
): Alert[] {
  const value = fullest / count;
  if (count < BINS || value < threshold) return [];
  const place =
    low === high
      ? `at ${quantity(low)}${unit}`
      : `in one tenth of the range from ${quantity(low)} to ${quantity(high)}${unit}`;
  const message = `"${label}": ${name} of ${percent(value)} of ${counted(count, "box", "boxes")} is ${place}`;
  return [{ alert: "ImbalancedDistInLabel", severity: "info", column, label, value, threshold, message }];
}
