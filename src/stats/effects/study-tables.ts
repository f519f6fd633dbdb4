import type { ColumnTable } from "arquero";
import type { Schema } from "../../tables/column-type.ts";
import { TableBuilder } from "../../tables/table-builder.ts";
import type { CellRow, InteractionRow, LevelRow, MainRow, PairRow } from "./study-rows.ts";

type Types<Row> = Readonly<Record<keyof Row & string, Schema[string]>>;

const MAIN: Types<MainRow> = {
  factor: "string",
  ordered: "bool",
  binned: "bool",
  levels: "int32",
  count: "int32",
  missing: "int32",
  f: "float64",
  df_between: "int32",
  df_within: "int32",
  p_value: "float64",
  p_adjusted: "float64",
  eta_squared: "float64",
  omega_squared: "float64",
  kruskal_h: "float64",
  kruskal_p: "float64",
  kruskal_p_adjusted: "float64",
  trend_slope: "float64",
  trend_low: "float64",
  trend_high: "float64",
  trend_p: "float64",
  trend_p_adjusted: "float64",
  significant: "bool",
  note: "string",
};

const LEVELS: Types<LevelRow> = {
  factor: "string",
  level: "string",
  value: "float64",
  count: "int32",
  mean: "float64",
  sd: "float64",
  low: "float64",
  high: "float64",
  effect: "float64",
  effect_low: "float64",
  effect_high: "float64",
};

const INTERACTIONS: Types<InteractionRow> = {
  factor_a: "string",
  factor_b: "string",
  count: "int32",
  f: "float64",
  df_interaction: "int32",
  df_within: "int32",
  p_value: "float64",
  p_adjusted: "float64",
  eta_squared: "float64",
  partial_eta_squared: "float64",
  significant: "bool",
  note: "string",
};

const CELLS: Types<CellRow> = {
  factor_a: "string",
  level_a: "string",
  value_a: "float64",
  factor_b: "string",
  level_b: "string",
  value_b: "float64",
  count: "int32",
  mean: "float64",
};

const PAIRS: Types<PairRow> = {
  factor: "string",
  level_a: "string",
  level_b: "string",
  pairs: "int32",
  incomplete: "int32",
  difference: "float64",
  low: "float64",
  high: "float64",
  t: "float64",
  df: "int32",
  p_value: "float64",
  p_adjusted: "float64",
  significant: "bool",
  note: "string",
};

function tableOf<Row extends object>(schema: Types<Row>, rows: readonly Row[]): ColumnTable {
  const builder = new TableBuilder(schema);
  for (const row of rows) {
    builder.append(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, known(value)])));
  }
  return builder.toTable();
}

/** Null for what squares of numbers above 1e154 make of a statistic. */
function known(value: unknown): unknown {
  return Number.isNaN(value) ? null : value;
}

/** Rows of the tables of a study, as tables. */
export const STUDY_TABLES = {
  main: (rows: readonly MainRow[]): ColumnTable => tableOf(MAIN, rows),
  levels: (rows: readonly LevelRow[]): ColumnTable => tableOf(LEVELS, rows),
  interactions: (rows: readonly InteractionRow[]): ColumnTable => tableOf(INTERACTIONS, rows),
  cells: (rows: readonly CellRow[]): ColumnTable => tableOf(CELLS, rows),
  pairs: (rows: readonly PairRow[]): ColumnTable => tableOf(PAIRS, rows),
} as const;
