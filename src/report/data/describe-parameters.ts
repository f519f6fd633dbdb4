import type { ColumnTable } from "arquero";
import { describe } from "../../stats/describe/describe.ts";
import type { JobColumns } from "./job-columns.ts";
import { type JsonRow, jsonRows } from "./json-rows.ts";

/** What is known of the parameters of jobs. */
export interface ParameterFindings {
  /** A row of `describe` for each parameter, then for each summary of labels. */
  described: readonly JsonRow[];
  /** The parameters with more than one value. */
  varying: readonly string[];
  /** Those with one value, or none. */
  constant: readonly string[];
  /** The parameters whose effects may be studied: those that vary, but for lists and texts that hardly ever repeat. */
  factors: readonly string[];
}

/** A text with more values than this many must repeat twice on average to be a factor. */
const MOST_LEVELS = 20;

/** Describes the parameters and label summaries of a `jobs` table. */
export function describeParameters(
  jobs: ColumnTable,
  { params, summaries }: Pick<JobColumns, "params" | "summaries">,
): ParameterFindings {
  const described = jsonRows(describe(jobs, { columns: [...params, ...summaries] }));
  const rows = described.slice(0, params.length);
  const varying = rows.filter(isVarying);
  return {
    described,
    varying: varying.map(({ column }) => String(column)),
    constant: rows.filter((row) => !isVarying(row)).map(({ column }) => String(column)),
    factors: varying.filter(isFactor).map(({ column }) => String(column)),
  };
}

function isVarying({ distinct, kind, count }: JsonRow): boolean {
  return kind === "other" ? Number(count) > 0 : Number(distinct) > 1;
}

function isFactor({ kind, distinct, count }: JsonRow): boolean {
  if (kind === "list" || kind === "other") return false;
  return kind !== "categorical" || Number(distinct) <= MOST_LEVELS || Number(distinct) * 2 <= Number(count);
}
