import { join } from "node:path";
import type { ColumnTable } from "arquero";
import { displayable } from "../../display/displayable.ts";
import { viewDisplay } from "../../display/view-display.ts";
import { type SqlLimits, sql } from "../../engine/sql.ts";
import type { SqlParams } from "../../engine/sql-params.ts";
import type { SqlTable, SqlTables } from "../../engine/sql-table.ts";
import type { ColumnType } from "../../tables/column-type.ts";
import { chooseKept, type Kept } from "../curation/choose-kept.ts";
import { restrictingKeys } from "../curation/filter-level.ts";
import type { DatasetCondition, DatasetFilterOptions } from "../curation/filter-options.ts";
import { jobsAfter } from "../curation/jobs-after.ts";
import { rowKeeper } from "../curation/row-keeper.ts";
import { COCO_TABLES, type ExportCocoOptions, type ExportedCoco, writeCoco } from "../curation/write-coco.ts";
import { datasetView } from "../dataset-view.ts";
import { type ExportedTable, type ExportOptions, exportTargets } from "../export-tables.ts";
import type { TableName } from "../table-names.ts";
import { exportFiles } from "./export-files.ts";
import { aboutOf, chosenColumns, findTable, type IngestedAbout } from "./ingested-tables.ts";
import { explainLostPart } from "./lost-part-error.ts";
import type { Manifest, ManifestTable } from "./manifest.ts";
import { tableMetadata } from "./part-metadata.ts";
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
  /** The file, below the folder of the dataset as it was given. */
  path: string;
  rows: number;
  /** The size of the file. */
  bytes: number;
}

/**
 * Tables that an ingest has written, as files; a table is read when it is asked for, and not kept. It shows
 * itself in notebooks. Made by {@link openParquetDataset}.
 *
 * @example
 * ```ts
 * await ingest("results", "parquet");
 * const dataset = await openParquetDataset("parquet");
 * const query = "SELECT scene, count(*)::INT AS images FROM images JOIN jobs USING (job_id) GROUP BY ALL ORDER BY scene";
 * (await dataset.sql(query)).objects(); // [{ scene: "BEDROOM_2", images: 24 }, { scene: "GYM_1", images: 24 }]
 * const clear = await dataset.filter("avg_percent_occlusion < 20");
 * clear.jobIds.length; // 10
 * ```
 */
export class ParquetDataset {
  static {
    displayable(
      ParquetDataset.prototype,
      viewDisplay((dataset: ParquetDataset) => {
        const { jobIds } = dataset;
        const tables = Array.from(dataset.#tables.values(), ({ name, columns, parts }) => {
          const rows = parts.reduce((sum, part) => sum + part.rows, 0);
          return { table: name, rows, columns: columns.length };
        });
        return datasetView({ jobIds, tables, areFiles: true });
      }),
    );
  }

  /** The folder. */
  readonly folder: string;
  /** The ids of the jobs, in the order of the `jobs` table. */
  readonly jobIds: readonly string[];
  /** The tables there are, in a fixed order. */
  readonly tableNames: readonly TableName[];
  readonly about: IngestedAbout;
  readonly #manifest: Manifest;
  readonly #filters: readonly Kept[];
  readonly #tables: ReadonlyMap<TableName, ManifestTable>;

  /**
   * @param filters What earlier filters keep.
   * @internal
   */
  constructor(folder: string, manifest: Manifest, filters: readonly Kept[] = []) {
    this.folder = folder;
    this.#manifest = manifest;
    this.#filters = filters;
    this.jobIds = filters.reduce(jobsAfter, manifest.jobs);
    const tables = filters.length === 0 ? manifest.tables : manifest.tables.map(keeperOfParts(this.jobIds));
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    this.tableNames = [...this.#tables.keys()];
    this.about = aboutOf(manifest);
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
    return readParts(table, {
      folder: this.folder,
      columns: chosenColumns(table, columns),
      jobIds: this.#manifest.jobs,
      keepers: this.#filters.map(rowKeeper),
      signal,
    });
  }

  /**
   * Runs one SELECT, in DuckDB's dialect, over the files of the tables, which join on `job_id`; see {@link sql} for the
   * types of the result and for what queries may do.
   *
   * @param params The values of `?` and `$1` as an array, or those of `$name` as an object.
   * @throws {QueryError} When it is not one SELECT, reaches beyond the tables, or DuckDB cannot run it.
   * @throws {IngestFolderError} When a file is gone: another ingest has ended since the dataset was opened.
   * @throws {TypeError} When the parameters are not those of the query, or two columns of the result have the same name.
   * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
   * @throws The signal's reason, when it aborts.
   */
  async sql(query: string, params?: SqlParams, options: SqlLimits = {}): Promise<ColumnTable> {
    return this.#explained(sql(query, { ...options, tables: this.#sources(), params }));
  }

  /**
   * The part of the dataset that a condition keeps, as a dataset of its own, which reads from the same files.
   *
   * @param condition A function from a row to true or false, for which the rows are read into memory, or what stands
   *   behind `WHERE` in SQL.
   * @throws {QueryError} When a condition in SQL cannot be run.
   * @throws {TypeError | RangeError} When the condition or an option is none.
   * @throws The signal's reason, when it aborts.
   */
  async filter(condition: DatasetCondition, options: DatasetFilterOptions = {}): Promise<ParquetDataset> {
    const { signal } = options;
    const kept = await chooseKept(condition, options, {
      table: (name) => this.table(name, { ...(signal && { signal }) }),
      sql: (query, params, limits) => this.sql(query, params, limits),
    });
    return new ParquetDataset(this.folder, this.#manifest, [...this.#filters, kept]);
  }

  /**
   * Writes tables to files `<table>.<format>`: all of them, empty ones too, unless `tables` says which. Parquet is
   * written without holding a table in memory, where DuckDB is there, with the rows in the order of the files.
   *
   * @param folder Where to; made if missing.
   * @returns What was written, in the order of the tables.
   * @throws {FileExistsError} Without `force`, when one of the files exists.
   * @throws {RangeError} When the format or a table's name is not known.
   * @throws {IngestFolderError} When a file is gone: another ingest has ended since the dataset was opened.
   * @throws The signal's reason, when it aborts; tables written by then stay.
   */
  async export(folder: string, options: Omit<ExportOptions, "onRead"> = {}): Promise<ExportedTable[]> {
    for (const name of options.tables ?? []) this.#table(name);
    const { libraryVersion, schemaVersion, generators, batchIds } = this.about;
    const writing = exportFiles(exportTargets(this.tableNames, folder, options), {
      ...options,
      sources: this.#sources(),
      columns: (name) => this.#table(name).columns.map(([column]) => column),
      read: (name) => this.table(name),
      metadata: (table) => tableMetadata({ table, libraryVersion, schemaVersion, generators, batchIds }),
    });
    return this.#explained(writing);
  }

  /**
   * Writes the labels of all jobs as one COCO file, as `mergeCoco` gives them, whose documentation says what becomes of
   * the ids. The tables are read into memory. Segmentations are there where the ingest has read them.
   *
   * @throws {FileExistsError} Without `force`, when the file exists.
   * @throws The signal's reason, when it aborts.
   */
  async exportCoco(path: string, options: ExportCocoOptions = {}): Promise<ExportedCoco> {
    const { signal } = options;
    const tables = new Map<TableName, ColumnTable>();
    for (const name of COCO_TABLES) {
      if (this.#tables.has(name)) tables.set(name, await this.table(name, { ...(signal && { signal }) }));
    }
    return writeCoco(tables, path, options);
  }

  /**
   * The number of rows of a table. It is known without reading, unless the dataset is filtered.
   *
   * @throws {RangeError} When there is no table of that name.
   */
  async numRows(name: TableName): Promise<number> {
    const { parts } = this.#table(name);
    if (this.#filters.length > 0) return (await this.table(name, { columns: ["job_id"] })).numRows();
    return parts.reduce((all, { rows }) => all + rows, 0);
  }

  /**
   * The columns of a table with their types, known without reading.
   *
   * @throws {RangeError} When there is no table of that name.
   */
  columns(name: TableName): readonly (readonly [name: string, type: ColumnType])[] {
    return this.#table(name).columns;
  }

  /**
   * The files of a table. All have the same columns; a table without rows has one file. Those of a filtered dataset are
   * the files that hold rows of its jobs, whole.
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

  async #explained<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      const files = [...this.#tables.values()].flatMap(({ parts }) => parts.map(({ file }) => file));
      throw await explainLostPart(error, { folder: this.folder, files });
    }
  }

  #sources(): SqlTables {
    return Object.fromEntries(this.tableNames.map((name) => [name, this.#source(name)]));
  }

  #source(name: TableName): SqlTable {
    const columns = this.#table(name).columns.map(([column]) => column);
    const files: SqlTable = this.parts(name).map(({ path }) => path);
    return this.#filters.reduce<SqlTable>((table, { level, rows: among }) => {
      const keys = restrictingKeys(level, columns);
      return keys === null ? table : { table, keys, among, keepsKeyless: name === "problems" };
    }, files);
  }

  #table(name: TableName): ManifestTable {
    return findTable(this.#tables, name);
  }
}

/** Leaves out the files of a table that hold no row of some jobs; one stays, for its columns. */
function keeperOfParts(jobIds: readonly string[]): (table: ManifestTable) => ManifestTable {
  const isKept = new Set(jobIds);
  return (table) => {
    if (table.name === "problems") return table;
    const parts = table.parts.filter(({ jobs }) => jobs.some(([jobId]) => isKept.has(jobId)));
    return { ...table, parts: parts.length > 0 ? parts : table.parts.slice(0, 1) };
  };
}
