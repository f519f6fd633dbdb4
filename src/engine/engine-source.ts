import type { ColumnTable } from "arquero";
import type { ColumnType } from "../tables/column-type.ts";

/**
 * The type of a column of a file that an engine reads: a column's, or a structure, a list or a map of such. `json` is
 * any value, as its text.
 */
export type EngineType =
  | ColumnType
  | "json"
  | { readonly list: EngineType }
  | { readonly map: EngineType }
  | { readonly struct: readonly EngineColumn[] };

/** A column with its type. */
export type EngineColumn = readonly [name: string, type: EngineType];

/** Parquet files with the same columns, or folders of such. */
export interface ParquetSource {
  readonly format: "parquet";
  readonly files: readonly string[];
  /** The columns that queries see, of those that the files have. @default those of the files */
  readonly columns?: readonly EngineColumn[] | undefined;
}

/**
 * JSON files of one document each. Beside `columns` there are `file`, as it is spelt in `files`, and `broken`, whether
 * the file is no JSON or a value in it is not of the type that `columns` say. Such values are null; fields that `columns`
 * do not list are left out.
 */
export interface JsonSource {
  readonly format: "json";
  readonly files: readonly string[];
  readonly columns: readonly EngineColumn[];
}

/** Files as texts of UTF-8: a row each, of `file`, as it is spelt in `files`, and `content`. */
export interface TextSource {
  readonly format: "text";
  readonly files: readonly string[];
}

/** What a query calls a table: a table in memory, Parquet files or a folder of them, or files with their schema. */
export type EngineSource = ColumnTable | string | readonly string[] | ParquetSource | JsonSource | TextSource;

/** Tables, by the names that queries call them. */
export type EngineTables = Readonly<Record<string, EngineSource>>;
