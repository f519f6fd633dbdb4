/** A test whose p-value is to be corrected, or is. */
interface Tested {
  p_value: number | null;
  p_adjusted?: number | null;
  significant?: boolean | null;
}

/** A row of `main`. */
export interface MainRow extends Tested {
  factor: string;
  ordered: boolean;
  binned: boolean;
  levels: number;
  count: number;
  missing: number;
  f: number | null;
  df_between: number;
  df_within: number;
  eta_squared: number | null;
  omega_squared: number | null;
  kruskal_h: number | null;
  kruskal_p: number | null;
  kruskal_p_adjusted?: number | null;
  trend_slope: number | null;
  trend_low: number | null;
  trend_high: number | null;
  trend_p: number | null;
  trend_p_adjusted?: number | null;
  note: string | null;
}

/** A row of `levels`. */
export interface LevelRow {
  factor: string;
  level: string;
  value: number | null;
  count: number;
  mean: number | null;
  sd: number | null;
  low: number | null;
  high: number | null;
  effect: number | null;
  effect_low: number | null;
  effect_high: number | null;
}

/** A row of `interactions`. */
export interface InteractionRow extends Tested {
  factor_a: string;
  factor_b: string;
  count: number;
  f: number | null;
  df_interaction: number | null;
  df_within: number | null;
  eta_squared: number | null;
  partial_eta_squared: number | null;
  note: string | null;
}

/** A row of `cells`. */
export interface CellRow {
  factor_a: string;
  level_a: string;
  value_a: number | null;
  factor_b: string;
  level_b: string;
  value_b: number | null;
  count: number;
  mean: number;
}

/** A row of `pairs`. */
export interface PairRow extends Tested {
  factor: string;
  level_a: string;
  level_b: string;
  pairs: number;
  incomplete: number;
  difference: number | null;
  low: number | null;
  high: number | null;
  t: number | null;
  df: number;
  note: string | null;
}
