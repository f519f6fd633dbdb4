import { percent } from "../../text/percent.ts";
import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

/** The bins whose dominance is judged, and the least boxes that can be judged. */
const BINS = 10;

interface BoxMeasure {
  column: string;
  /** SQL over `w` and `h`. */
  sql: string;
  name: string;
  unit: string;
}

const MEASURES: readonly BoxMeasure[] = [
  { column: "bbox_w", sql: "w", name: "box width", unit: " px" },
  { column: "bbox_h", sql: "h", name: "box height", unit: " px" },
  { column: "bbox_w * bbox_h", sql: "w * h", name: "box area", unit: " px²" },
  { column: "bbox_w / bbox_h", sql: "w / h", name: "box width/height", unit: "" },
];

interface BoxRow {
  label: string;
  count: number;
  mean: number;
  far: number;
  farthest: number | null;
  z: number | null;
  in_fullest: number;
  low: number;
  high: number;
}

/** `FarFromLabelMean` and `ImbalancedDistInLabel`: boxes of a label that are unlike the others, or too much alike. */
export async function boxAlerts(reader: LabelReader, thresholds: LabelAlertThresholds): Promise<Alert[]> {
  if (!reader.has("annotations")) return [];
  const alerts: Alert[] = [];
  for (const measure of MEASURES) {
    const found = await reader.rows(queryOf(measure, reader), { far: thresholds.farFromMean });
    for (const row of found as unknown as BoxRow[]) {
      alerts.push(...farAlert(row, measure, thresholds), ...dominanceAlert(row, measure, thresholds));
    }
  }
  return alerts;
}

function queryOf({ sql }: BoxMeasure, { number }: LabelReader): string {
  const [w, h] = [number("bbox_w"), number("bbox_h")];
  return `
    WITH boxes AS (
      SELECT category AS label, ${w} AS w, ${h} AS h FROM annotations WHERE category IS NOT NULL
    ), sizes AS (
      SELECT label, ${sql} AS x FROM boxes WHERE isfinite(w) AND isfinite(h) AND w > 0 AND h > 0
    ), of_label AS (
      SELECT label, count(*) AS count, avg(x) AS mean, stddev_samp(x) AS sd, min(x) AS low, max(x) AS high
      FROM sizes GROUP BY label
    ), placed AS (
      SELECT label, x, abs(x - mean) / nullif(sd, 0) AS z,
        CASE WHEN high > low THEN least(floor((x - low) / (high - low) * ${BINS}), ${BINS - 1}) ELSE 0 END AS bin
      FROM sizes JOIN of_label USING (label)
    ), outlying AS (
      SELECT label, count(*) FILTER (z > $far) AS far, arg_max(x, z) AS farthest, max(z) AS z
      FROM placed GROUP BY label
    ), fullest AS (
      SELECT label, max(n) AS in_fullest
      FROM (SELECT label, bin, count(*) AS n FROM placed GROUP BY label, bin) GROUP BY label
    )
    SELECT * FROM of_label JOIN outlying USING (label) JOIN fullest USING (label) ORDER BY label`;
}

function farAlert(
  row: BoxRow,
  { column, name, unit }: BoxMeasure,
  thresholds: LabelAlertThresholds,
): Alert[] {
  const { label, far, count, mean, farthest, z } = row;
  if (far === 0 || farthest === null || z === null) return [];
  const threshold = thresholds.farFromMean;
  const message =
    `"${label}": ${quantity(far)} of ${counted(count, "box", "boxes")} ${far === 1 ? "is" : "are"} more than ` +
    `${quantity(threshold)} standard deviations from the mean ${name} of ${quantity(mean)}${unit} ` +
    `(farthest: ${quantity(farthest)}${unit})`;
  return [{ alert: "FarFromLabelMean", severity: "warning", column, label, value: z, threshold, message }];
}

function dominanceAlert(
  row: BoxRow,
  { column, name, unit }: BoxMeasure,
  thresholds: LabelAlertThresholds,
): Alert[] {
  const { label, count, in_fullest: most, low, high } = row;
  const [value, threshold] = [most / count, thresholds.dominanceRatio];
  if (count < BINS || value < threshold) return [];
  const range =
    low === high
      ? `at ${quantity(low)}${unit}`
      : `in one tenth of ${quantity(low)} to ${quantity(high)}${unit}`;
  const message = `"${label}": ${name} of ${percent(value)} of ${counted(count, "box", "boxes")} is ${range}`;
  return [{ alert: "ImbalancedDistInLabel", severity: "info", column, label, value, threshold, message }];
}
