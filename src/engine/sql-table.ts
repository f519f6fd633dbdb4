import type { ColumnTable } from "arquero";

/**
 * A table that queries may name: an Arquero table; a file, of Parquet or of another format that `readTable` reads; a
 * folder of Parquet files; or a list of Parquet files with the same columns, some of which may lack in some. Columns of
 * CSV files are numbers or truth values where all of their cells are written so.
 */
export type SqlTable = ColumnTable | string | readonly string[] | KeptRows;

/** Of the rows of a table, those whose keys are among the rows of another. */
export interface KeptRows {
  readonly table: SqlTable;
  /** The columns by which the two are compared; missing values are the same. */
  readonly keys: readonly string[];
  /** A table with these columns. */
  readonly among: ColumnTable;
  /** Whether rows without the first key stay, too. */
  readonly keepsKeyless?: boolean;
}

/** Tables, by the names that queries call them. */
export type SqlTables = Readonly<Record<string, SqlTable>>;
