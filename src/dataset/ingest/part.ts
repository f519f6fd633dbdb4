import type { ColumnType } from "../../tables/column-type.ts";
import type { TableName } from "../table-names.ts";
import type { NaturalType } from "./natural-type.ts";

/** A column of a file with its type. */
export type NamedType = readonly [name: string, type: ColumnType];

/** A file that holds rows of a table. */
export interface Part {
  table: TableName;
  /** Where it is, below the folder of the tables or of the work in progress; its parts are separated by `/`. */
  file: string;
  rows: number;
  bytes: number;
  /** The keys of the partition that it is in, one for each column that partitions are made by. */
  key: readonly string[];
  /** The jobs whose rows it holds, one after the other, and how many. */
  jobs: readonly (readonly [jobId: string, rows: number])[];
  /** What the values of each column are, as far as any are there, in the order in which files brought them. */
  natural: readonly (readonly [name: string, type: NaturalType])[];
  /** The columns of the file. */
  columns: readonly NamedType[];
  /** The rows that were written together: those of several tables and partitions. */
  flush: string;
}
