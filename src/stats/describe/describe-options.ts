import type { ColumnTable } from "arquero";
import { checkCount } from "../../design/check-count.ts";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { checkBins } from "./histogram-edges.ts";
import { checkProbabilities } from "./quantiles.ts";

/** Options of {@link describe}. */
export interface DescribeOptions {
  /** The columns to describe, in this order. @default all but those of `by` and `weight` */
  columns?: readonly string[];
  /** Columns whose different values make the groups to describe apart. @default none: all rows together */
  by?: string | readonly string[];
  /** A column of how many times each row counts, as if it were there so often: 0 or more, 0 where missing. @default once */
  weight?: string;
  /** The probabilities of the quantiles, between 0 and 1. @default [0.05, 0.25, 0.5, 0.75, 0.95] */
  quantiles?: readonly number[];
  /** The number of bins of histograms. @default as {@link histogramEdges} chooses it */
  bins?: number;
  /** How many of the most frequent values to list. @default 5 */
  top?: number;
}

/** Options of {@link describe}, checked and complete. */
export interface DescribeSettings {
  readonly by: readonly string[];
  readonly weight: string | undefined;
  readonly quantiles: readonly number[];
  readonly bins: number | undefined;
  readonly top: number;
}

const OPTION_NAMES: readonly string[] = [
  "columns",
  "by",
  "weight",
  "quantiles",
  "bins",
  "top",
] satisfies (keyof DescribeOptions)[];

const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95];

/**
 * Checks the options, but for the names of columns.
 *
 * @param others The names of options that are not checked here.
 * @throws {TypeError | RangeError} When there is an option of another name, or of a value that it cannot have.
 */
export function describeSettings(options: DescribeOptions, others: readonly string[] = []): DescribeSettings {
  checkOptionNames(options, [...OPTION_NAMES, ...others]);
  const { by = [], weight, quantiles = QUANTILES, bins, top = 5 } = options;
  checkProbabilities(quantiles, "quantiles");
  if (bins !== undefined && typeof bins !== "number") throw new TypeError("bins must be a number of bins");
  checkBins(bins);
  checkCount("top", top);
  const groups = typeof by === "string" ? [by] : by;
  return { by: groups, weight, quantiles: [...new Set(quantiles)], bins, top };
}

/** The columns to describe. */
export function describedColumns(
  table: ColumnTable,
  { columns }: Pick<DescribeOptions, "columns">,
  { by, weight }: DescribeSettings,
): readonly string[] {
  return columns ?? table.columnNames().filter((name) => name !== weight && !by.includes(name));
}
