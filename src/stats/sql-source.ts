import type { ColumnTable } from "arquero";
import type { Dialect } from "../engine/dialect/dialect.ts";
import type { SqlLimits } from "../engine/sql.ts";
import type { SqlParams } from "../engine/sql-params.ts";
import type { ColumnType } from "../tables/column-type.ts";

/** What answers queries over the tables of a dataset: a `Dataset`, a `ParquetDataset` or an `EngineDataset`. */
export interface SqlSource {
  /** The dialect that it answers in. @default DuckDB's */
  readonly dialect?: Dialect;
  /** The ids of the jobs, in the order in which results are to have them. @default that of the table `jobs` */
  readonly jobIds?: readonly string[];
  /** The columns of a table with their types, where they are known without a query. */
  columns?(table: string): readonly (readonly [name: string, type: ColumnType])[];
  /**
   * Runs one SELECT over the tables, by their names.
   *
   * @param params The values of `?` as an array, or those of named parameters as an object.
   */
  sql(query: string, params?: SqlParams, options?: SqlLimits): Promise<ColumnTable>;
}
