import type { ColumnTable } from "arquero";
import { makeTable } from "../../tables/make-table.ts";
import { type ResultColumn, resultColumns } from "../columns/result-columns.ts";
import { moments } from "../describe/moments.ts";
import { quantiles } from "../describe/quantiles.ts";
import { groupColumns, type JobGroups } from "./job-groups.ts";
import type { Row } from "./job-labels.ts";
import { SUMMARY_QUANTILES } from "./summary-quantiles.ts";

/** What the values of a measure in a group come to. */
export interface Summary {
  group: number;
  measure: string;
  count: number;
  mean: number | null;
  sd: number | null;
  min: number | null;
  /** Those of {@link SUMMARY_QUANTILES}. */
  quantiles: readonly (number | null)[];
  max: number | null;
}

/** Sums up one value a job, by group; null where a job has none. Groups without values have no summary. */
export function summarizeJobs(
  measure: string,
  values: readonly (number | null)[],
  groups: JobGroups,
): Summary[] {
  const own = Array.from({ length: groups.count }, (): number[] => []);
  for (const [job, value] of values.entries()) {
    if (value !== null) own[groups.groups[job] as number]?.push(value);
  }
  return own.flatMap((numbers, group): Summary[] => {
    if (numbers.length === 0) return [];
    const { count, mean, sd } = moments(numbers);
    const [min = null, ...rest] = quantiles(numbers, [0, ...SUMMARY_QUANTILES, 1]);
    return [{ group, measure, count, mean, sd, min, quantiles: rest.slice(0, -1), max: rest.at(-1) ?? null }];
  });
}

/** The summaries in a row of `lightQuery`, of those measures that its group has. */
export function summariesOf(row: Row, measures: readonly string[]): Summary[] {
  const number = (value: unknown) => (value === null ? null : Number(value));
  const present = measures.filter((measure) => Number(row[`count_${measure}`]) > 0);
  return present.map((measure) => ({
    group: Number(row.grp),
    measure,
    count: Number(row[`count_${measure}`]),
    mean: number(row[`mean_${measure}`]),
    sd: number(row[`sd_${measure}`]),
    min: number(row[`min_${measure}`]),
    quantiles: Array.from(row[`quantiles_${measure}`] as Iterable<unknown>, number),
    max: number(row[`max_${measure}`]),
  }));
}

/** Summaries as a table, one row a group and measure, by group and in the order of `measures`. */
export function summaryTable(
  unsorted: readonly Summary[],
  groups: JobGroups,
  measures: readonly string[],
): ColumnTable {
  const place = ({ measure }: Summary) => measures.indexOf(measure);
  const summaries = [...unsorted].sort((a, b) => a.group - b.group || place(a) - place(b));
  return makeTable([
    ...groupColumns(
      groups,
      summaries.map(({ group }) => group),
    ),
    ...resultColumns(summaries, [
      ["measure", "string", ({ measure }) => measure],
      ["count", "int32", ({ count }) => count],
      ["mean", "float64", ({ mean }) => mean],
      ["sd", "float64", ({ sd }) => sd],
      ["min", "float64", ({ min }) => min],
      ...SUMMARY_QUANTILES.map(
        (probability, i): ResultColumn<Summary> => [
          `q${String(100 * probability).padStart(2, "0")}`,
          "float64",
          (summary) => summary.quantiles[i],
        ],
      ),
      ["max", "float64", ({ max }) => max],
    ]),
  ]);
}
