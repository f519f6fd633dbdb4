/** Limits of a database. */
export interface DuckDbOptions {
  /**
   * How many bytes of memory it works in. What does not fit, large joins and sorts, goes to files in a temporary folder.
   * @default a quarter of the machine's memory
   */
  memoryLimit?: number | undefined;
  /**
   * How many bytes the temporary files take at most.
   * @default 10 GiB
   */
  maxTempBytes?: number | undefined;
  /**
   * The folder in which a temporary folder is made, which is removed in the end.
   * @default the system's
   */
  tempFolder?: string | undefined;
  /** How many threads it works in. @default one for each core */
  threads?: number | undefined;
  /**
   * Whether queries may read files and addresses of their own choice, and load extensions to that end. Otherwise they
   * reach nothing but the tables they are given.
   * @default false
   */
  externalAccess?: boolean | undefined;
}
