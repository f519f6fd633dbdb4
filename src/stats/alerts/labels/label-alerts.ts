import type { ColumnTable } from "arquero";
import { checkOptionNames } from "../../../util/check-option-names.ts";
import type { SqlSource } from "../../sql-source.ts";
import { alertTable } from "../alert-table.ts";
import { completeThresholds } from "../complete-thresholds.ts";
import { boxAlerts } from "./box-alerts.ts";
import { classAlerts } from "./class-alerts.ts";
import { imageAlerts } from "./image-alerts.ts";
import { LABEL_ALERT_THRESHOLDS, type LabelAlertThresholds } from "./label-alert-thresholds.ts";
import { type LabelTablesInMemory, labelReader } from "./label-reader.ts";
import { valueAlerts } from "./value-alerts.ts";

/** Options of {@link labelAlerts}. */
export interface LabelAlertsOptions {
  /** Other thresholds than the defaults; see {@link LabelAlertThresholds}. */
  thresholds?: { readonly [K in keyof LabelAlertThresholds]?: number | undefined } | undefined;
  /** Stops the queries; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/**
 * What the reader of labels should know before training on them, under the names of Datumaro's validator; counted by
 * SQL over the tables `images`, `annotations` and `categories`.
 *
 * - `MissingAnnotation` (images without any), `MissingAttribute` (annotations without a bounding box)
 * - `MissingLabelCategories`, `UndefinedLabel`, `LabelDefinedButNotFound`, `OnlyOneLabel`, `FewSamplesInLabel`,
 *   `ImbalancedLabels`: categories, by name over all jobs
 * - `FarFromLabelMean`, `ImbalancedDistInLabel`: widths, heights, areas and ratios of a label's boxes; the latter from
 *   ten boxes on
 * - `NegativeLength` (a width or height that is not above 0), `InvalidValue` (infinite, beyond 1e150 or NaN, a negative area, a
 *   percentage outside of 0 to 100)
 *
 * @param source A dataset, or tables in memory.
 * @returns The columns of `alerts`; `label` is the category's name.
 * @throws {TypeError} When there is neither a dataset nor tables, or an option or a threshold of another name.
 * @throws {RangeError} When a threshold is not a number from 0.
 * @throws {QueryError} When a table lacks one of the columns `job_id`, `camera`, `image_id`, `category_id`, `category`,
 * `name`.
 * @throws The signal's reason, when it aborts.
 * @example
 * ```ts
 * const found = await labelAlerts(dataset, { thresholds: { fewSamples: 100 } });
 * found.select("alert", "severity", "label", "value").objects({ limit: 2 }); // [
 * //   { alert: "LabelDefinedButNotFound", severity: "warning", label: "dumbbell", value: 0 },
 * //   { alert: "FewSamplesInLabel", severity: "warning", label: "person", value: 48 }
 * // ]
 * ```
 */
export async function labelAlerts(
  source: SqlSource | LabelTablesInMemory,
  options: LabelAlertsOptions = {},
): Promise<ColumnTable> {
  checkOptionNames(options, ["thresholds", "signal"]);
  const thresholds = completeThresholds(options.thresholds ?? {}, LABEL_ALERT_THRESHOLDS);
  const reader = await labelReader(source, options);
  return alertTable([
    ...(await valueAlerts(reader, thresholds)),
    ...(await imageAlerts(reader, thresholds)),
    ...(await classAlerts(reader, thresholds)),
    ...(await boxAlerts(reader, thresholds)),
  ]);
}
