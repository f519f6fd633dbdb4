import type { ColumnType } from "../../tables/column-type.ts";
import type { ColumnKind } from "../columns/column-kind.ts";

/**
 * What `describe` tells of a column, or of its part in a group: one row of the table that it gives. What cannot be
 * computed, or makes no sense for the kind of column, is null.
 *
 * With weights every count is a sum of weights, and every statistic is that of the rows repeated so often; a row of
 * weight 0, or without one, is as if it were not there.
 *
 * Of a list column `rows`, `count`, `missing` and the lengths are about its lists, all else about the items of all lists
 * together; those of lists in lists are the innermost ones.
 */
export interface Description {
  /** The column's name. */
  column: string;
  /** The type of the values; null where they have none in common. */
  type: ColumnType | null;
  /** What statistics make of them. Columns of kind `other`, such as structures, are only counted. */
  kind: ColumnKind;
  rows: number;
  /** How many of the rows have a value; infinite numbers are values. */
  count: number;
  /** How many of the rows have none: null, undefined or NaN. */
  missing: number;
  /** `missing / rows`. */
  missing_share: number | null;
  /** Of lists: how many items they have together that are not missing. */
  items: number | null;
  /** How many numbers are infinite; every statistic of numbers below but `distinct`, `mode` and the top values omits them. */
  infinite: number | null;
  /** How many different values there are, exactly. */
  distinct: number | null;
  /** The mean: of truth values the share of true, of moments in milliseconds since 1970, like all below. */
  mean: number | null;
  /** The standard deviation of a sample, with n - 1. */
  sd: number | null;
  min: number | null;
  /** For each of the asked for probabilities the quantile of type 7 (R's default, numpy's `linear`); columns `q05` … */
  quantiles: readonly (number | null)[];
  max: number | null;
  /** G1, with the bias corrected (pandas, Excel's `SKEW`, `sampleSkewness` of simple-statistics). */
  skewness: number | null;
  /** G2, the excess kurtosis with the bias corrected (pandas, Excel's `KURT`, `sampleKurtosis` of simple-statistics). */
  kurtosis: number | null;
  /** How many numbers are 0. */
  zeros: number | null;
  /** The most frequent value, as text; of equally frequent ones the smallest, texts compared by code point. */
  mode: string | null;
  mode_count: number | null;
  /** Of texts in characters (code points), of lists in items, missing ones included. */
  min_length: number | null;
  mean_length: number | null;
  max_length: number | null;
  /** The edges of a histogram's bins, as `histogramEdges` chooses them. */
  bin_edges: readonly number[] | null;
  /** How many finite numbers lie in each bin: [low, high), the last one closed. */
  bin_counts: readonly number[] | null;
  /** The most frequent values, as text; ties as for `mode`. */
  top_values: readonly string[] | null;
  top_counts: readonly number[] | null;
}

/** A description of which nothing is known but the kind of column. */
export function emptyDescription(
  column: string,
  { type, kind }: { type: ColumnType | null; kind: ColumnKind },
): Description {
  return {
    column,
    type,
    kind,
    rows: 0,
    count: 0,
    missing: 0,
    missing_share: null,
    items: null,
    infinite: null,
    distinct: null,
    mean: null,
    sd: null,
    min: null,
    quantiles: [],
    max: null,
    skewness: null,
    kurtosis: null,
    zeros: null,
    mode: null,
    mode_count: null,
    min_length: null,
    mean_length: null,
    max_length: null,
    bin_edges: null,
    bin_counts: null,
    top_values: null,
    top_counts: null,
  };
}
