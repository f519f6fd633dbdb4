import type { ColumnTable } from "arquero";
import type { SqlLimits } from "../engine/sql.ts";
import type { SqlParams } from "../engine/sql-params.ts";

/** What answers queries over the tables of a dataset: a `Dataset` or a `ParquetDataset`. */
export interface SqlSource {
  /**
   * Runs one SELECT over the tables, by their names.
   *
   * @param params The values of `?` and `$1` as an array, or those of `$name` as an object.
   */
  sql(query: string, params?: SqlParams, options?: SqlLimits): Promise<ColumnTable>;
}
