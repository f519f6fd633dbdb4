import type { ColumnTable } from "arquero";
import { showingTables } from "../../display/tables-display.ts";
import { didYouMean } from "../../util/did-you-mean.ts";
import { checkTable } from "../columns/check-table.ts";
import { type ColumnValues, columnValues } from "../columns/column-values.ts";
import { USUAL_KEYS } from "../columns/usual-keys.ts";
import { adjustPValues } from "../tests/adjust-p-values.ts";
import { quantity } from "../text/quantity.ts";
import { compareColumns } from "./compare-columns.ts";
import { type CompareDistributionsOptions, type DriftSettings, driftSettings } from "./drift-options.ts";
import type { DriftRow } from "./drift-row.ts";
import { driftTable } from "./drift-table.ts";

/** What {@link compareDistributions} finds. */
export interface DistributionComparison {
  /**
   * One row a compared column of either table, in the order of the reference: `column, kind, count_reference, count_current,
   * missing_share_reference, missing_share_current, test, statistic, threshold, drifted, p_value, p_adjusted, ks,
   * wasserstein, wasserstein_normed, js_distance, psi, chi_squared, effect, effect_size, mean_reference, mean_current,
   * note`. Null is what does not apply; where `drifted` is, `note` says why.
   */
  columns: ColumnTable;
  /** Drifted columns among those with a verdict; null where none has one. */
  driftedShare: number | null;
  /** Whether so large a share has drifted that the whole has. */
  drifted: boolean;
  /** Rows of the reference. */
  referenceRows: number;
  /** Rows of what is compared with it. */
  currentRows: number;
}

/**
 * Compares two tables column by column: a design with what came back of it, two batches, synthetic data with real.
 *
 * What decides is chosen as Evidently does by default. With up to 1,000 reference values of a column, a test: numbers by
 * Kolmogorov-Smirnov (`ks`), texts, truth values and numbers of which there are up to five different ones by
 * chi-squared. With more, where tests find differences too small to matter, a distance: Wasserstein over the reference's
 * standard deviation (n, at least 0.001), or Jensen-Shannon (nats). A column has drifted when its corrected p-value is
 * below 0.05, or its distance at least 0.1. Unlike Evidently, p-values are corrected for the number of columns
 * (`correction: "none"` turns it off), and chi-squared takes both tables as samples, not the reference's shares as exact.
 *
 * Everything is told for each column, whatever decides: `p_value` by the test that fits its kind; `effect_size`, Cohen's d
 * (current less reference) or Cramér's V; `psi` and `js_distance` over levels, or over about ten bins that hold as many
 * reference values each (a frequent value has its own; the outer ones are open). For `psi`, an empty bin counts as 1e-4. A level that
 * one table lacks counts 0 there. Moments are milliseconds since 1970, lists are compared by length. Missing and
 * infinite values are left out; the shares of missing ones stand beside each other.
 *
 * A column whose kind differs (numbers here, texts there) has drifted. Columns of only one table, of texts that
 * differ in every row, or of more texts than `maxLevels` have a row and a note, but no verdict.
 *
 * @param reference What is compared with.
 * @param current What is compared.
 * @throws {TypeError} When there is an option of another name.
 * @throws {RangeError} When neither table has a column that is named, or an option's value is none of those wanted.
 * @example
 * ```ts
 * const columns = { camera_height: uniform(0.1, 2.75), scene: choice(["GYM_1", "BEDROOM_2"]) };
 * const study = sample(columns, 100, { seed: 1 });
 * const found = compareDistributions(study, await dataset.table("jobs"), { columns: Object.keys(columns) });
 * found.columns.columnNames(); // [
 * //   "column", "kind", "count_reference", "count_current", "missing_share_reference",
 * //   "missing_share_current", "test", "statistic", "threshold", "drifted", "p_value", "p_adjusted", "ks",
 * //   "wasserstein", "wasserstein_normed", "js_distance", "psi", "chi_squared", "effect", "effect_size",
 * //   "mean_reference", "mean_current", "note"
 * // ]
 * found.drifted; // true
 * ```
 */
export function compareDistributions(
  reference: ColumnTable,
  current: ColumnTable,
  options: CompareDistributionsOptions = {},
): DistributionComparison {
  checkTable(reference, "compareDistributions");
  checkTable(current, "compareDistributions");
  const settings = driftSettings(options);
  const known = [...new Set([...reference.columnNames(), ...current.columnNames()])];
  const { keys = USUAL_KEYS } = options;
  const names = [...new Set(options.columns ?? known.filter((name) => !keys.includes(name)))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`Neither table has a column "${unknown}"${didYouMean(unknown, known)}`);
  }
  const rows = names.map((name) => {
    const columns = { reference: valuesIn(reference, name), current: valuesIn(current, name) };
    return compareColumns(name, columns, settings);
  });
  const adjusted = adjustPValues(
    rows.map((row) => row.p_value),
    settings.correction,
  );
  const judged = rows.map((row, i) => judge({ ...row, p_adjusted: adjusted[i] ?? null }, settings));
  const verdicts = judged.flatMap((row) => row.drifted ?? []);
  const driftedShare = verdicts.length === 0 ? null : verdicts.filter(Boolean).length / verdicts.length;
  return showingTables({
    columns: driftTable(judged),
    driftedShare,
    drifted: driftedShare !== null && driftedShare >= settings.minDriftedShare,
    referenceRows: reference.numRows(),
    currentRows: current.numRows(),
  });
}

function valuesIn(table: ColumnTable, name: string): ColumnValues | null {
  return table.columnNames().includes(name) ? columnValues(table, name) : null;
}

function judge(row: DriftRow, { thresholds }: DriftSettings): DriftRow {
  const { test, statistic, p_adjusted: p } = row;
  if (test === null || statistic === null) return row;
  const threshold = thresholds[test];
  if (test === "ks" || test === "chi_squared")
    return { ...row, threshold, drifted: p !== null && p < threshold };
  const drifted = statistic >= threshold;
  if (!drifted || p === null || p < thresholds.ks) return { ...row, threshold, drifted };
  const chance = `may be chance: corrected p-value ${quantity(p)}`;
  return { ...row, threshold, drifted, note: row.note === null ? chance : `${row.note}; ${chance}` };
}
