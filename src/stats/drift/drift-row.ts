import type { ColumnKind } from "../columns/column-kind.ts";
import type { DriftTest } from "./drift-options.ts";

/** What is known of one column in two tables; null where there is none. */
export interface DriftRow {
  column: string;
  kind: ColumnKind;
  /** The values that are compared: neither missing nor infinite. */
  count_reference: number | null;
  count_current: number | null;
  missing_share_reference: number | null;
  missing_share_current: number | null;
  test: DriftTest | null;
  statistic: number | null;
  threshold: number | null;
  drifted: boolean | null;
  p_value: number | null;
  p_adjusted: number | null;
  ks: number | null;
  wasserstein: number | null;
  wasserstein_normed: number | null;
  js_distance: number | null;
  psi: number | null;
  chi_squared: number | null;
  effect: "cohens_d" | "cramers_v" | null;
  effect_size: number | null;
  mean_reference: number | null;
  mean_current: number | null;
  note: string | null;
}

/** A row in which nothing is known yet. */
export function emptyDriftRow(column: string, kind: ColumnKind): DriftRow {
  return {
    column,
    kind,
    count_reference: null,
    count_current: null,
    missing_share_reference: null,
    missing_share_current: null,
    test: null,
    statistic: null,
    threshold: null,
    drifted: null,
    p_value: null,
    p_adjusted: null,
    ks: null,
    wasserstein: null,
    wasserstein_normed: null,
    js_distance: null,
    psi: null,
    chi_squared: null,
    effect: null,
    effect_size: null,
    mean_reference: null,
    mean_current: null,
    note: null,
  };
}
