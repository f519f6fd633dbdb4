import type { ColumnTable } from "arquero";
import { columnKind } from "../../stats/columns/column-kind.ts";
import { findColumn } from "../../stats/columns/find-column.ts";
import { JOB_MEASURES } from "../../stats/labels/job-tables.ts";
import { findColumnType } from "../../tables/column-type-of.ts";
import { didYouMean } from "../../util/did-you-mean.ts";
import type { JobColumns } from "./job-columns.ts";
import type { ReportSettings } from "./report-settings.ts";

const LISTED = 12;

type NamingOptions = Pick<ReportSettings, "outcomes" | "factors" | "pairedBy" | "by">;

/**
 * Checks the columns that options name, before labels are read for long: those of the `jobs` table, and what will be
 * measured in the labels of jobs.
 *
 * @throws {RangeError} When there is no column of a name; it tells the option, and what there is for it.
 */
export function checkNames(
  jobs: ColumnTable,
  { params, summaries }: JobColumns,
  { outcomes, factors, pairedBy, by }: NamingOptions,
): void {
  const inJobs = jobs.columnNames();
  const measured = [...inJobs, ...JOB_MEASURES];
  const numeric = [...summaries, ...params].filter((name) => {
    const kind = columnKind(findColumnType(findColumn(jobs, name)));
    return kind === "numeric" || kind === "boolean";
  });
  const ofOutcomes = [
    ...new Set([...numeric.filter((name) => summaries.includes(name)), ...JOB_MEASURES, ...numeric]),
  ];
  needColumns(outcomes, { option: 'the option "outcome"', known: measured, listed: ofOutcomes });
  needColumns(factors ?? [], { option: 'the option "factors"', known: measured, listed: params });
  needColumns(pairedBy, { option: 'the option "pairedBy"', known: measured, listed: params });
  needColumns(by === null ? [] : [by], { option: 'the option "by"', known: inJobs, listed: params });
}

interface Known {
  option: string;
  /** What may be named. */
  known: readonly string[];
  /** What is worth naming. */
  listed: readonly string[];
}

function needColumns(names: readonly string[], { option, known, listed }: Known): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const shown = listed.slice(0, LISTED).join(", ");
  const list = listed.length === 0 ? "" : `, expected one of ${shown}${listed.length > LISTED ? ", …" : ""}`;
  const hint = didYouMean(unknown, listed) || list;
  throw new RangeError(`There is no column "${unknown}" for ${option}${hint}`);
}
