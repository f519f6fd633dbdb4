import type { ColumnTable } from "arquero";
import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
import type { Dialect } from "../engine/dialect/dialect.ts";
import type { Engine, StatementOptions } from "../engine/engine.ts";
import type { SqlParams } from "../engine/sql-params.ts";
import type { ColumnType } from "../tables/column-type.ts";
import { takeRows } from "../tables/take-rows.ts";
import { checkOptionNames } from "../util/check-option-names.ts";
import { quoteName } from "../util/quote-name.ts";
import { datasetView } from "./dataset-view.ts";
import { engineError, lostFileError } from "./engine-dataset-errors.ts";
import { aboutOf, chosenColumns, findTable, type IngestedAbout } from "./ingest/ingested-tables.ts";
import type { Manifest, ManifestTable } from "./ingest/manifest.ts";
import { rowOrder } from "./row-order.ts";
import { rowsByJob } from "./rows-by-job.ts";
import type { TableName } from "./table-names.ts";

/** Options of {@link EngineDataset.table}. */
export interface EngineTableOptions extends StatementOptions {
  /** The columns to read, in this order. @default all */
  columns?: readonly string[] | undefined;
}

/**
 * Tables that an ingest has written, as an engine sees them: queries, statistics and reports run where the engine runs,
 * and only their results come here. It shows itself in notebooks. Made by {@link openEngineDataset}.
 *
 * @example
 * ```ts
 * await ingest("results", "parquet");
 * const engine = await openEngine("duckdb:");
 * const dataset = await openEngineDataset(engine, "parquet");
 * const query = "SELECT scene, count(*)::INT AS images FROM images JOIN jobs USING (job_id) GROUP BY ALL ORDER BY scene";
 * (await dataset.sql(query)).objects(); // [{ scene: "BEDROOM_2", images: 24 }, { scene: "GYM_1", images: 24 }]
 * const { classes } = await labelStatistics(dataset);
 * classes.select("category", "count").objects(); // [{ category: "person", count: 48 }]
 * await engine.close();
 * ```
 */
export class EngineDataset {
  static {
    displayable(
      EngineDataset.prototype,
      viewDisplay((dataset: EngineDataset) => {
        const tables = Array.from(dataset.#tables.values(), (table) => {
          return { table: table.name, rows: rowsOf(table), columns: table.columns.length };
        });
        return datasetView({ jobIds: dataset.jobIds, tables, areFiles: true });
      }),
    );
  }

  /** What it runs on. It stays open when the dataset is no longer used. */
  readonly engine: Engine;
  /** The dialect of the engine, which queries are written in. */
  readonly dialect: Dialect;
  /** The folder. */
  readonly folder: string;
  /** The ids of the jobs, in the order of the `jobs` table. */
  readonly jobIds: readonly string[];
  /** The tables there are, in a fixed order. */
  readonly tableNames: readonly TableName[];
  readonly about: IngestedAbout;
  readonly #tables: ReadonlyMap<TableName, ManifestTable>;
  readonly #known: (name: TableName) => string;

  /**
   * @param known What the engine calls a table.
   * @internal
   */
  constructor(
    engine: Engine,
    folder: string,
    { manifest, known }: { manifest: Manifest; known: (name: TableName) => string },
  ) {
    this.engine = engine;
    this.dialect = engine.dialect;
    this.folder = folder;
    this.jobIds = manifest.jobs;
    this.about = aboutOf(manifest);
    this.#tables = new Map(manifest.tables.map((table) => [table.name, table]));
    this.#known = known;
    this.tableNames = [...this.#tables.keys()];
  }

  /**
   * Reads a table, or some of its columns, into memory. Its rows are in the order of the jobs, those of a job in the order
   * of the columns that tell them apart, such as `camera`, `image_id` and `annotation_id`: a cluster knows of no order of
   * rows in files.
   *
   * @throws {RangeError} When there is no table or column of that name.
   * @throws {IngestFolderError} When a file is gone: another ingest has ended since the dataset was opened.
   * @throws {EngineConnectionError} When the engine cannot be reached any more.
   * @throws The signal's reason, when it aborts.
   */
  async table(name: TableName, { columns, ...options }: EngineTableOptions = {}): Promise<ColumnTable> {
    checkOptionNames(options, ["signal", "onProgress"]);
    const table = findTable(this.#tables, name);
    const wanted = chosenColumns(table, columns);
    const order = rowOrder(table.columns.map(([column]) => column));
    // All rows have a job, but for some problems.
    const read = [...new Set([...wanted, "job_id"])].map(quoteName).join(", ");
    const query = `SELECT ${read} FROM ${quoteName(this.#known(name))} ORDER BY ${order}`;
    const rows = await this.#run(query, { options });
    const sorted = takeRows(rows, rowsByJob(rows, this.jobIds));
    return wanted.includes("job_id") ? sorted : sorted.select(...wanted);
  }

  /**
   * Runs one SELECT on the engine, over the tables, which join on `job_id`. It is in the engine's dialect, which is that of
   * DuckDB or of Spark; see {@link sql} for the types of the result. Beside the tables of the dataset it may name those
   * that are registered with the engine.
   *
   * @param params The values of `?` as an array, or those of `$name` (DuckDB) or `:name` (Spark) as an object.
   * @throws {QueryError} When the engine refuses it or gives up on it.
   * @throws {IngestFolderError} When a file is gone: another ingest has ended since the dataset was opened.
   * @throws {EngineConnectionError} When the engine cannot be reached any more.
   * @throws {TypeError} When the parameters are not those of the query, or two columns of the result have the same name.
   * @throws The signal's reason, when it aborts.
   */
  async sql(query: string, params?: SqlParams, options: StatementOptions = {}): Promise<ColumnTable> {
    checkOptionNames(options, ["signal", "onProgress"]);
    const text = query.replace(/[;\s]+$/, "");
    const used = this.tableNames.filter((name) => new RegExp(`\\b${name}\\b`, "i").test(text));
    const named = used.map((name) => [name, this.#known(name)] as const);
    return this.#run(this.dialect.named(named, text), { params, options, shown: text });
  }

  /**
   * The number of rows of a table, known without reading.
   *
   * @throws {RangeError} When there is no table of that name.
   */
  async numRows(name: TableName): Promise<number> {
    return rowsOf(findTable(this.#tables, name));
  }

  /**
   * The columns of a table with their types, known without reading.
   *
   * @throws {RangeError} When there is no table of that name.
   */
  columns(name: TableName): readonly (readonly [name: string, type: ColumnType])[] {
    return findTable(this.#tables, name).columns;
  }

  async #run(
    query: string,
    { params, options, shown }: { params?: SqlParams | undefined; options: StatementOptions; shown?: string },
  ): Promise<ColumnTable> {
    try {
      return await this.engine.query(query, params, options).toTable();
    } catch (error) {
      const files = [...this.#tables.values()].flatMap(({ parts }) => parts.map(({ file }) => file));
      throw await lostFileError(engineError(error, { query, shown }), { folder: this.folder, files });
    }
  }
}

function rowsOf({ parts }: ManifestTable): number {
  return parts.reduce((all, { rows }) => all + rows, 0);
}
