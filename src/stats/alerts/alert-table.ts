import type { ColumnTable } from "arquero";
import { makeColumn } from "../../tables/make-column.ts";
import { makeTable } from "../../tables/make-table.ts";

/** How much an alert matters: `error` where values are wrong, `warning` where they may mislead, `info` else. */
export type AlertSeverity = "error" | "warning" | "info";

/** Something about data that its reader should know. */
export interface Alert {
  /** The kind of alert: `MISSING`, `FewSamplesInLabel`. */
  alert: string;
  severity: AlertSeverity;
  /** The column that it is about; null where it is the table. */
  column?: string | null;
  /** The other column, of a pair. */
  other_column?: string | null;
  /** The label (category) that it is about. */
  label?: string | null;
  /** What was found, to compare with the threshold. */
  value: number | null;
  /** Null where there is none. */
  threshold: number | null;
  /** One sentence for people, with the numbers. */
  message: string;
}

const SEVERITIES: readonly AlertSeverity[] = ["error", "warning", "info"];

/** Alerts as a table, the most severe first. */
export function alertTable(found: readonly Alert[]): ColumnTable {
  const alerts = SEVERITIES.flatMap((severity) => found.filter((alert) => alert.severity === severity));
  const texts = (of: (alert: Alert) => string | null | undefined) =>
    makeColumn(
      "string",
      alerts.map((alert) => of(alert) ?? null),
    );
  const numbers = (of: (alert: Alert) => number | null) => makeColumn("float64", alerts.map(of));
  return makeTable([
    ["alert", texts(({ alert }) => alert)],
    ["severity", texts(({ severity }) => severity)],
    ["column", texts(({ column }) => column)],
    ["other_column", texts(({ other_column }) => other_column)],
    ["label", texts(({ label }) => label)],
    ["value", numbers(({ value }) => value)],
    ["threshold", numbers(({ threshold }) => threshold)],
    ["message", texts(({ message }) => message)],
  ]);
}
