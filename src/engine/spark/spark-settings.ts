/** The settings of a session, which make Spark's SQL say what DuckDB's says. */
export const SPARK_SETTINGS: Readonly<Record<string, string>> = {
  "spark.sql.session.timeZone": "UTC",
  "spark.sql.ansi.enabled": "true",
  "spark.sql.ansi.doubleQuotedIdentifiers": "true",
  "spark.sql.sources.partitionColumnTypeInference.enabled": "false",
  "spark.sql.mapKeyDedupPolicy": "LAST_WIN",
  // Long lists of files are looked up by this many tasks, not by one for each file.
  "spark.sql.sources.parallelPartitionDiscovery.parallelism": "64",
};
