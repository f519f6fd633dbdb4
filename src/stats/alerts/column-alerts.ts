import type { ColumnTable } from "arquero";
import { findColumnType } from "../../tables/column-type-of.ts";
import { type ColumnValues, columnValues, countNumbers } from "../columns/column-values.ts";
import { findColumn } from "../columns/find-column.ts";
import { percent } from "../text/percent.ts";
import { counted, quantity } from "../text/quantity.ts";
import type { Alert } from "./alert-table.ts";
import type { AlertThresholds } from "./alert-thresholds.ts";
import { levelAlerts } from "./level-alerts.ts";
import { numberAlerts } from "./number-alerts.ts";
import { uniformAlert } from "./uniform-alert.ts";

/** The alerts about one column of a table. */
export function columnAlerts(table: ColumnTable, column: string, thresholds: AlertThresholds): Alert[] {
  const values = columnValues(table, column);
  const found = presenceAlerts(column, values, thresholds);
  if (values.isEmpty || values.kind === "list") return found;
  if (values.kind === "other") return [...found, unsupportedAlert(column)];
  const { kind, numbers, rows } = values;
  const counts = values.counts ?? countNumbers(numbers ?? new Float64Array());
  if (counts.size === 1) return [...found, constantAlert(column, values, [...counts.keys()][0])];
  if (counts.size < 2 || kind === "time") return found;
  const isWhole = kind === "categorical" || findColumnType(findColumn(table, column)) !== "float64";
  const isUnique = isWhole && counts.size === rows && rows > 2;
  if (isUnique) found.push(uniqueAlert(column, rows));
  if (isUnique && kind === "categorical") return found;
  if (kind === "numeric" && numbers !== null) {
    return [
      ...found,
      ...numberAlerts({ column, numbers }, thresholds),
      ...uniformAlert(column, { counts, numbers }, thresholds),
    ];
  }
  return [
    ...found,
    ...levelAlerts({ column, isText: kind === "categorical", counts }, thresholds),
    ...uniformAlert(column, { counts, numbers: null }, thresholds),
  ];
}

/** `MISSING` and `INFINITE`. */
function presenceAlerts(column: string, values: ColumnValues, thresholds: AlertThresholds): Alert[] {
  const { rows, missing, infinite } = values;
  const alerts: Alert[] = [];
  if (missing / rows > thresholds.missing) {
    const [value, threshold] = [missing / rows, thresholds.missing];
    const message = `"${column}" is missing in ${percent(value)} of ${counted(rows, "row")}`;
    alerts.push({ alert: "MISSING", severity: "warning", column, value, threshold, message });
  }
  if (infinite / rows > thresholds.infinite) {
    const [value, threshold] = [infinite / rows, thresholds.infinite];
    const message = `"${column}" is infinite in ${quantity(infinite)} of ${counted(rows, "row")}`;
    alerts.push({ alert: "INFINITE", severity: "error", column, value, threshold, message });
  }
  return alerts;
}

function constantAlert(column: string, values: ColumnValues, level: unknown): Alert {
  const { kind, rows, missing, infinite } = values;
  const shown =
    kind === "time"
      ? new Date(level as number).toISOString()
      : typeof level === "number"
        ? quantity(level)
        : level;
  const where = missing + infinite === 0 ? `all ${counted(rows, "row")}` : "every row that has a value";
  const message = `"${column}" is ${kind === "categorical" ? `"${String(shown)}"` : String(shown)} in ${where}`;
  return { alert: "CONSTANT", severity: "info", column, value: 1, threshold: 1, message };
}

function uniqueAlert(column: string, rows: number): Alert {
  const message = `"${column}" has another value in each of ${counted(rows, "row")}, as an id has`;
  return { alert: "UNIQUE", severity: "info", column, value: 1, threshold: 1, message };
}

function unsupportedAlert(column: string): Alert {
  const message = `"${column}" has values of several types or of structures, which statistics leave out`;
  return { alert: "UNSUPPORTED", severity: "info", column, value: null, threshold: null, message };
}
