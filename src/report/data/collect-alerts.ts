import type { ColumnTable } from "arquero";
import { alerts } from "../../stats/alerts/alerts.ts";
import { labelAlerts } from "../../stats/alerts/labels/label-alerts.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { joinColumns } from "../../tables/join-columns.ts";
import { makeTable } from "../../tables/make-table.ts";
import { shownColumn } from "../../tables/shown-column.ts";
import { takeRows } from "../../tables/take-rows.ts";
import type { ReportSource } from "../report-source.ts";
import { chooseColumns } from "./choose-columns.ts";
import type { ComparedDataset } from "./compare-datasets.ts";
import { completedJobs } from "./completed-jobs.ts";
import type { ReportSettings } from "./report-settings.ts";

const SEVERITIES = ["error", "warning", "info"];

/** What to be careful of: the alerts about completed jobs with the measures of their labels, and about labels. */
export async function collectAlerts(
  dataset: ReportSource,
  { labelled, params, summaries }: ComparedDataset,
  { signal }: Pick<ReportSettings, "signal">,
): Promise<ColumnTable> {
  const columns = ["job_id", ...params, ...summaries, ...labelled.measures];
  const completed = completedJobs(labelled.table);
  const ofJobs = alerts(chooseColumns(completed.numRows() === 0 ? labelled.table : completed, columns));
  const ofLabels = await labelAlerts(dataset, signal === undefined ? {} : { signal }).catch(
    (error: unknown) => {
      if ((error as { code?: unknown }).code === "PACKAGE_NOT_LOADED") return null;
      throw error;
    },
  );
  return bySeverity(ofLabels === null ? ofJobs : below(ofJobs, ofLabels));
}

function below(first: ColumnTable, second: ColumnTable): ColumnTable {
  return makeTable(
    first.columnNames().map((name) => {
      const columns = [shownColumn(first, name), shownColumn(second, name)];
      const [column] = columns;
      return [name, joinColumns((column && findColumnType(column)) ?? "string", columns)] as const;
    }),
  );
}

function bySeverity(found: ColumnTable): ColumnTable {
  const places = Array.from(shownColumn(found, "severity"), (severity) =>
    SEVERITIES.indexOf(String(severity)),
  );
  const rows = places.map((_, row) => row).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  return takeRows(found, rows);
}
