/** A column of a file. */
export interface FileColumnDescription {
  readonly name: string;
  /** The type that the column has as a table's, or the file's own name of a type that tables do not have. */
  readonly type: string;
  /** Whether values may be missing. */
  readonly nullable: boolean;
}

/** What a file of a table tells of itself. */
export interface FileDescription {
  readonly format: "parquet" | "arrow";
  readonly rows: number;
  readonly columns: readonly FileColumnDescription[];
  /** The texts kept beside the data, by key. */
  readonly metadata: Readonly<Record<string, string>>;
  /** The row groups of a Parquet file or the batches of an Arrow file. */
  readonly rowGroups: number;
  /** The codecs that the data is compressed with, in lower case; none where it is not. */
  readonly compression: readonly string[];
  /** What wrote the file; null where the file does not tell. */
  readonly createdBy: string | null;
}
