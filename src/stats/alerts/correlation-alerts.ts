import type { ColumnTable } from "arquero";
import type { AssociationMeasure } from "../association/associate.ts";
import { associations } from "../association/associations.ts";
import { adjustPValues } from "../tests/adjust-p-values.ts";
import { counted, quantity } from "../text/quantity.ts";
import type { Alert } from "./alert-table.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

const NAMES: Readonly<Record<AssociationMeasure, string>> = {
  pearson: "Pearson's correlation",
  spearman: "Spearman's correlation",
  cramers_v: "Cramér's V",
  correlation_ratio: "correlation ratio",
};

interface PairAlert extends Alert {
  value: number;
}

/** `HIGH_CORRELATION`, once for each pair of columns, by the measure that is strongest. */
export function correlationAlerts(table: ColumnTable, thresholds: AlertThresholds): Alert[] {
  const found = associations(table);
  const pValues = adjustPValues(found.array("p_value") as ArrayLike<number | null>);
  const strongest = new Map<string, PairAlert>();
  for (let row = 0; row < found.numRows(); row++) {
    const value = found.get("value", row) as number | null;
    const count = found.get("count", row) as number;
    const p = pValues[row] ?? 1;
    if (value === null || !(Math.abs(value) > thresholds.correlation)) continue;
    if (count < thresholds.correlationRows || p >= thresholds.correlationPValue) continue;
    const [a, b] = [found.get("column_a", row) as string, found.get("column_b", row) as string];
    const pair = JSON.stringify([a, b]);
    const known = strongest.get(pair);
    if (known !== undefined && Math.abs(known.value) >= Math.abs(value)) continue;
    const measure = NAMES[found.get("measure", row) as AssociationMeasure];
    strongest.set(pair, {
      alert: "HIGH_CORRELATION",
      severity: "warning",
      column: a,
      other_column: b,
      value,
      threshold: thresholds.correlation,
      message: `"${a}" and "${b}" go together: ${measure} is ${quantity(value)} over ${counted(count, "row")}`,
    });
  }
  return [...strongest.values()];
}
