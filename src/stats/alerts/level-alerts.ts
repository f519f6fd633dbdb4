import { imbalance } from "../association/imbalance.ts";
import { percent } from "../text/percent.ts";
import { counted, quantity } from "../text/quantity.ts";
import type { Alert } from "./alert-table.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

/** The different texts or truth values of a column, of which there are at least two, with their counts. */
export interface CountedLevels {
  column: string;
  isText: boolean;
  counts: ReadonlyMap<unknown, number>;
}

/** `HIGH_CARDINALITY` and `IMBALANCE` of a column of texts or truth values. */
export function levelAlerts({ column, isText, counts }: CountedLevels, thresholds: AlertThresholds): Alert[] {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  if (isText && counts.size > thresholds.cardinality) {
    const message = `"${column}" has ${quantity(counts.size)} different texts in ${counted(all, "row")}`;
    const [value, threshold] = [counts.size, thresholds.cardinality];
    return [{ alert: "HIGH_CARDINALITY", severity: "info", column, value, threshold, message }];
  }
  const [value, threshold] = [imbalance([...counts.values()]) ?? 0, thresholds.imbalance];
  if (value <= threshold) return [];
  const [level, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const shown = isText ? `"${String(level)}"` : String(level);
  const message =
    `"${column}" is ${shown} in ${percent(count / all)} of ${counted(all, "row")}, ` +
    `among ${quantity(counts.size)} different values (imbalance ${quantity(value)})`;
  return [{ alert: "IMBALANCE", severity: "warning", column, value, threshold, message }];
}
