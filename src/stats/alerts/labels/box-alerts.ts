import { INFINITE, isFiniteNumber } from "../../labels/label-columns.ts";
import { percent } from "../../text/percent.ts";
import { counted, quantity } from "../../text/quantity.ts";
import type { Alert } from "../alert-table.ts";
import { BOX_MEASURES, type BoxMeasure } from "./box-measures.ts";
import type { LabelAlertThresholds } from "./label-alert-thresholds.ts";
import type { LabelReader } from "./label-reader.ts";

/** The bins whose dominance is judged, and the least boxes that can be judged. */
const BINS = 10;

/** What is known of a size of the boxes of a label. */
interface Spread {
  label: string;
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
  return found.flatMap((row) => {
    const place = Number(row.measure);
    const measure = BOX_MEASURES[place] as BoxMeasure;
    const of = (name: string) => row[`${name}_${place}`];
    const own = { count: of("count"), mean: of("mean"), sd: of("sd"), low: of("low"), high: of("high") };
    const spread = { ...row, ...own } as unknown as Spread;
    return [...farAlert(spread, measure, thresholds), ...dominanceAlert(spread, measure, thresholds)];
  });
}

/** A row a label and place of a measure, with the spreads of all measures, whose columns end in their places. */
function boxQuery({ dialect, number }: LabelReader, { farFromMean }: LabelAlertThresholds): string {
  const each = (text: (i: number) => string) => BOX_MEASURES.map((_, i) => text(i)).join(", ");
  const sizes = BOX_MEASURES.map(({ sql }, i) => `CASE WHEN ${sql} < ${INFINITE} THEN ${sql} END AS x_${i}`);
  const place = (kind: (i: number) => string) =>
    `CASE ${BOX_MEASURES.map((_, i) => `WHEN grouping(bin_${i}) = 0 THEN ${kind(i)}`).join(" ")} END`;
  return `
    WITH boxes AS (
      SELECT category AS label, ${number("bbox_w")} AS w, ${number("bbox_h")} AS h
      FROM annotations WHERE category IS NOT NULL
    ), sizes AS (
      SELECT label, ${sizes.join(", ")}
      FROM boxes WHERE ${isFiniteNumber("w")} AND ${isFiniteNumber("h")} AND w > 0 AND h > 0
    ), spreads AS (
      SELECT label, ${each(
        (i) => `count(x_${i}) AS count_${i}, avg(x_${i}) AS mean_${i}, stddev_samp(x_${i}) AS sd_${i},
        min(x_${i}) AS low_${i}, max(x_${i}) AS high_${i}`,
      )}
      FROM sizes GROUP BY label
    ), placed AS (
      SELECT spreads.label, ${each(
        (i) => `abs(x_${i} - mean_${i}) / nullif(sd_${i}, 0) > ${dialect.literal(farFromMean)} AS far_${i},
        CASE WHEN high_${i} > low_${i}
          THEN floor(least((x_${i} - low_${i}) / (high_${i} - low_${i}) * ${BINS}, ${BINS - 1}))
          WHEN x_${i} IS NOT NULL THEN 0 END AS bin_${i}`,
      )}
      FROM sizes JOIN spreads ON spreads.label = sizes.label
    ), bins AS (
      SELECT label, ${place((i) => `${i}`)} AS measure, ${place((i) => `bin_${i}`)} AS bin, count(*) AS n,
        ${place((i) => `count(*) FILTER (WHERE far_${i})`)} AS far
      FROM placed GROUP BY GROUPING SETS (${each((i) => `(label, bin_${i})`)})
    ), fullest AS (
      SELECT label, measure, sum(far) AS far, max(n) AS fullest FROM bins WHERE bin IS NOT NULL GROUP BY label, measure
    )
    SELECT measure, far, fullest, spreads.* FROM fullest JOIN spreads ON spreads.label = fullest.label
    ORDER BY spreads.label, measure`;
}

function farAlert(
  { label, far, count, mean, sd, low, high }: Spread,
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
  { label, count, fullest, low, high }: Spread,
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
