import type { ColumnTable } from "arquero";

/**
 * A table that queries may name: an Arquero table; a file, of Parquet or of another format that `readTable` reads; a
 * folder of Parquet files; or a list of Parquet files with the same columns, some of which may lack in some.
 */
export type SqlTable = ColumnTable | string | readonly string[];

/** Tables, by the names that queries call them. */
export type SqlTables = Readonly<Record<string, SqlTable>>;
