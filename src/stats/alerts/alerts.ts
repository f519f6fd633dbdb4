import type { ColumnTable } from "arquero";
import type { ColumnLike } from "../../tables/column-type-of.ts";
import { makeTable } from "../../tables/make-table.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkTable } from "../columns/check-table.ts";
import { findColumn } from "../columns/find-column.ts";
import { USUAL_KEYS } from "../columns/usual-keys.ts";
import { alertTable } from "./alert-table.ts";
import { ALERT_THRESHOLDS, type AlertThresholds } from "./alert-thresholds.ts";
import { columnAlerts } from "./column-alerts.ts";
import { completeThresholds } from "./complete-thresholds.ts";
import { correlationAlerts } from "./correlation-alerts.ts";
import { duplicateAlert } from "./duplicate-alert.ts";

/** Options of {@link alerts}. */
export interface AlertsOptions {
  /** The columns to look at. @default all but the keys */
  columns?: readonly string[] | undefined;
  /**
   * Columns that name rows and batches, which are not looked at.
   * @default job_id, batch_id, batch_name, design_row, image_id, annotation_id
   */
  keys?: readonly string[] | undefined;
  /** Other thresholds than the defaults; see {@link AlertThresholds}. */
  thresholds?: { readonly [K in keyof AlertThresholds]?: number | undefined } | undefined;
}

/**
 * What the reader of a table should know before trusting its statistics, under the names of ydata-profiling:
 *
 * - `CONSTANT` (one value), `MISSING`, `ZEROS` (of numbers), `INFINITE`, `UNSUPPORTED` (mixed types, structures)
 * - `IMBALANCE` (texts, truth values), `HIGH_CARDINALITY` (texts), `UNIQUE` (texts and whole numbers: another value in
 *   each row), `UNIFORM` (more even than by chance), `SKEWED` (skewness G1), `FAR_FROM_MEAN` (Datumaro's)
 * - `HIGH_CORRELATION`: pairs of columns that go together by any measure of `associations`, over enough rows and not
 *   by chance
 * - `DUPLICATES` (rows equal in all columns but the keys) and `EMPTY` (no rows), about the table, unless `columns` are
 *   chosen
 *
 * A constant column has no other alert but `MISSING`. Columns of lists are looked at for missing lists only.
 *
 * @returns `alert`, `severity` (`error`, `warning`, `info`, in this order), `column` (null for the table),
 * `other_column` (of pairs), `label` (null here), `value`, `threshold`, `message`.
 * @throws {TypeError} When there is an option or a threshold of another name.
 * @throws {RangeError} When there is no column of a name, or a threshold is not a number from 0.
 * @example
 * ```ts
 * const found = alerts(await dataset.table("jobs"), { columns: ["exercise", "avg_percent_occlusion"] });
 * found.array("alert"); // ["CONSTANT", "ZEROS"]
 * found.get("message", 0); // ""exercise" is "PUSHUP" in all 12 rows"
 * ```
 */
export function alerts(table: ColumnTable, options: AlertsOptions = {}): ColumnTable {
  checkTable(table, "alerts");
  checkOptionNames(options, ["columns", "keys", "thresholds"]);
  const { keys = USUAL_KEYS } = options;
  const thresholds = completeThresholds(options.thresholds ?? {}, ALERT_THRESHOLDS);
  const names = [...new Set(options.columns ?? table.columnNames().filter((name) => !keys.includes(name)))];
  const shown = makeTable(names.map((name): [string, ColumnLike] => [name, findColumn(table, name)]));
  if (table.numRows() === 0) {
    const message = "The table has no rows";
    return alertTable([{ alert: "EMPTY", severity: "warning", value: 0, threshold: null, message }]);
  }
  if (names.length === 0) return alertTable([]);
  const present = keys.filter((key) => table.columnNames().includes(key));
  return alertTable([
    ...(options.columns === undefined
      ? duplicateAlert(shown, { columns: names, keys: present }, thresholds)
      : []),
    ...names.flatMap((name) => columnAlerts(shown, name, thresholds)),
    ...correlationAlerts(shown, thresholds),
  ]);
}
