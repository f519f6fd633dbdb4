import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { didYouMean } from "../../util/did-you-mean.ts";
import type { TableName } from "../table-names.ts";
import type { Manifest, ManifestTable } from "./manifest.ts";
import { readParts } from "./read-parts.ts";

/** Options of {@link ParquetDataset.table}. */
export interface ParquetTableOptions {
  /** The columns to read, in this order. @default all */
  columns?: readonly string[];
  /** Stops the reading between two files; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** A file of a table. */
export interface DatasetPart {
  path: string;
  rows: number;
  bytes: number;
}

/** What an ingest noted of the whole of its tables. */
export interface IngestedAbout {
  /** The version of this library that wrote them. */
  libraryVersion: string;
  /** The version of the layout of tables. */
  schemaVersion: string;
  generators: readonly string[];
  batchIds: readonly string[];
  /** The columns of `jobs` by which the files are laid out. */
  partitionBy: readonly string[];
}

/**
 * Tables that an ingest has written, as files; a table is read when it is asked for, and not kept. Made by
 * {@link openParquetDataset}.
 */
export class ParquetDataset {
  /** The folder. */
  readonly folder: string;
  /** The ids of the jobs, in the order of the `jobs` table. */
  readonly jobIds: readonly string[];
  /** The tables there are, in a fixed order. */
  readonly tableNames: readonly TableName[];
  readonly about: IngestedAbout;
  readonly #tables: ReadonlyMap<TableName, ManifestTable>;

  constructor(folder: string, manifest: Manifest) {
    this.folder = folder;
    this.jobIds = manifest.jobs;
    this.#tables = new Map(manifest.tables.map((table) => [table.name, table]));
    this.tableNames = [...this.#tables.keys()];
    this.about = {
      libraryVersion: manifest.library_version,
      schemaVersion: manifest.schema_version,
      generators: manifest.generators,
      batchIds: manifest.batch_ids,
      partitionBy: manifest.partition_by.map(({ column }) => column),
    };
  }

  /**
   * Reads a table, or some of its columns. Its rows are in the order of the jobs, whatever the files are.
   *
   * @throws {RangeError} When there is no table or column of that name.
   * @throws {IngestFolderError} When a file is gone: another ingest has ended since the dataset was opened.
   * @throws The signal's reason, when it aborts.
   */
  async table(name: TableName, { columns, signal }: ParquetTableOptions = {}): Promise<ColumnTable> {
    const table = this.#table(name);
    const known = table.columns.map(([column]) => column);
    const missing = columns?.find((column) => !known.includes(column));
    if (missing !== undefined) {
      const hint = didYouMean(missing, known) || `, expected one of ${known.join(", ")}`;
      throw new RangeError(`Cannot read column "${missing}": table "${name}" has no such column${hint}`);
    }
    return readParts(table, { folder: this.folder, columns: columns ?? known, jobIds: this.jobIds, signal });
  }

  /**
   * The number of rows of a table, which takes no reading.
   *
   * @throws {RangeError} When there is no table of that name.
   */
  numRows(name: TableName): number {
    return this.#table(name).parts.reduce((all, { rows }) => all + rows, 0);
  }

  /**
   * The files of a table. All have the same columns; a table without rows has one file.
   *
   * @throws {RangeError} When there is no table of that name.
   */
  parts(name: TableName): DatasetPart[] {
    return this.#table(name).parts.map(({ file, rows, bytes }) => ({
      path: join(this.folder, file),
      rows,
      bytes,
    }));
  }

  #table(name: TableName): ManifestTable {
    const table = this.#tables.get(name);
    if (table !== undefined) return table;
    const why = name === "polygons" ? ": ingest with { polygons: true } to have it" : "";
    throw new RangeError(
      `Cannot give table "${name}": there is none, expected one of ${this.tableNames.join(", ")}${why}`,
    );
  }
}
