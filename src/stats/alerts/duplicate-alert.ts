import type { ColumnTable } from "arquero";
import { dedupe } from "../../design/operators/dedupe.ts";
import { counted, quantity } from "../text/quantity.ts";
import type { Alert } from "./alert-table.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";

/** `DUPLICATES`: rows that are equal to an earlier one in some columns; of columns, there is at least one. */
export function duplicateAlert(
  table: ColumnTable,
  { columns, keys }: { columns: readonly string[]; keys: readonly string[] },
  { duplicates: threshold }: AlertThresholds,
): Alert[] {
  const rows = table.numRows();
  const repeated = rows - dedupe(table, { columns }).numRows();
  if (!(repeated / rows > threshold)) return [];
  const but = keys.length === 0 ? "" : ` but ${keys.map((key) => `"${key}"`).join(", ")}`;
  const message =
    `${quantity(repeated)} of ${counted(rows, "row")} ${repeated === 1 ? "repeats" : "repeat"} an earlier row ` +
    `in all columns${but}`;
  return [{ alert: "DUPLICATES", severity: "warning", value: repeated / rows, threshold, message }];
}
