/** A file format that tables are written in. */
export type TableFormat = "parquet" | "arrow" | "csv";

/** The extension of each format's files, without the dot. */
export const EXTENSION_OF_FORMAT: Readonly<Record<TableFormat, string>> = {
  parquet: "parquet",
  arrow: "arrow",
  csv: "csv",
};
