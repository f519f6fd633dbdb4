import { INFINITE } from "../../labels/label-columns.ts";
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
  low: number;
  high: number;
  far: number;
  farthest: number | null;
  /** How many standard deviations the farthest is from the mean; null where all are the same. */
  z: number | null;
  /** The boxes in the fullest bin. */
  fullest: number;
}

/** `FarFromLabelMean` and `ImbalancedDistInLabel`: boxes of a label that are unlike the others, or too much alike. */
export async function boxAlerts(reader: LabelReader, thresholds: LabelAlertThresholds): Promise<Alert[]> {
  if (!reader.has("annotations")) return [];
  const found = await reader.rows(boxQuery(reader), { far: thresholds.farFromMean });
  return (found as unknown as BoxRow[]).flatMap((row) => {
    const measure = BOX_MEASURES[row.measure] as BoxMeasure;
    return [...farAlert(row, measure, thresholds), ...dominanceAlert(row, measure, thresholds)];
  });
}

function boxQuery({ number }: LabelReader): string {
  const sizes = BOX_MEASURES.map(
    ({ sql }, i) => `SELECT label, ${i} AS measure, ${sql} AS x FROM boxes WHERE x < ${INFINITE}`,
  );
  return `
    WITH boxes AS (
      SELECT category AS label, ${number("bbox_w")} AS w, ${number("bbox_h")} AS h
      FROM annotations WHERE category IS NOT NULL AND isfinite(w) AND isfinite(h) AND w > 0 AND h > 0
    ), sizes AS (
      ${sizes.join(" UNION ALL ")}
    ), groups AS (
      SELECT label, measure, count(*) AS count, avg(x) AS mean, stddev_samp(x) AS sd, min(x) AS low, max(x) AS high
      FROM sizes GROUP BY ALL
    ), placed AS (
      SELECT label, measure, x, abs(x - mean) / nullif(sd, 0) AS z,
        CASE WHEN high > low THEN least(floor((x - low) / (high - low) * ${BINS}), ${BINS - 1}) ELSE 0 END AS bin
      FROM sizes JOIN groups USING (label, measure)
    ), bins AS (
      SELECT label, measure, bin, count(*) AS n, count(*) FILTER (z > $far) AS far, max(z) AS z, arg_max(x, z) AS x
      FROM placed GROUP BY ALL
    )
    SELECT label, measure, count, mean, low, high, sum(far) AS far, arg_max(x, z) AS farthest, max(z) AS z,
      max(n) AS fullest
    FROM bins JOIN groups USING (label, measure) GROUP BY ALL ORDER BY label, measure`;
}

function farAlert(
  { label, far, count, mean, farthest, z }: BoxRow,
  { column, name, unit }: BoxMeasure,
  { farFromMean: threshold }: LabelAlertThresholds,
): Alert[] {
  if (far === 0 || farthest === null || z === null) return [];
  const message =
    `"${label}": ${quantity(far)} of ${counted(count, "box", "boxes")} ${far === 1 ? "is" : "are"} more than ` +
    `${quantity(threshold)} standard deviations from the mean ${name} of ${quantity(mean)}${unit} ` +
    `(farthest: ${quantity(farthest)}${unit})`;
  return [{ alert: "FarFromLabelMean", severity: "warning", column, label, value: z, threshold, message }];
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
