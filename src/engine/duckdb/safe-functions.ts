/**
 * The functions that queries may call in place of tables: they reach neither files nor the network, and change nothing.
 * Others exist that do, such as `enable_logging`.
 */
export const SAFE_TABLE_FUNCTIONS: ReadonlySet<string> = new Set([
  "range",
  "generate_series",
  "repeat",
  "repeat_row",
  "unnest",
  "json_each",
  "json_tree",
  "query_table",
  "histogram",
  "histogram_values",
  "pragma_table_info",
  "duckdb_columns",
  "duckdb_functions",
  "duckdb_keywords",
  "duckdb_settings",
  "duckdb_tables",
  "duckdb_types",
  "duckdb_views",
]);
