import { setImmediate } from "node:timers/promises";
import type { ColumnTable } from "arquero";
import { displayable } from "../display/displayable.ts";
import { viewDisplay } from "../display/view-display.ts";
import { type SqlLimits, sql } from "../engine/sql.ts";
import type { SqlParams } from "../engine/sql-params.ts";
import { takeRows } from "../tables/take-rows.ts";
import { chooseKept } from "./curation/choose-kept.ts";
import type { DatasetCondition, DatasetFilterOptions } from "./curation/filter-options.ts";
import { jobsAfter } from "./curation/jobs-after.ts";
import { rowKeeper } from "./curation/row-keeper.ts";
import { type ExportCocoOptions, type ExportedCoco, writeCoco } from "./curation/write-coco.ts";
import { datasetView, sizesOf } from "./dataset-view.ts";
import { type ExportedTable, type ExportOptions, exportTables, exportTargets } from "./export-tables.ts";
import type { ReadProgress } from "./read-dataset.ts";
import { TABLE_NAMES, type TableName } from "./table-names.ts";

/** Options of {@link Dataset.load}. */
export interface LoadOptions {
  /** Stops the reading between two jobs; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called after each job. */
  onProgress?: (progress: ReadProgress) => void;
}

/** What a dataset is made of. */
export interface DatasetSource {
  jobIds: readonly string[];
  polygons: boolean;
  /** Gives the tables, after a step for each job that is read. */
  reading: Generator<ReadProgress, { tables: Readonly<Record<TableName, ColumnTable>> }>;
}

/**
 * The results of jobs as tables that join on `job_id`. The files are read when the first table is asked for, or
 * by {@link Dataset.load}, and the tables are kept. It shows itself in notebooks. Made by `openDataset`.
 *
 * @example
 * ```ts
 * const dataset = await openDataset("results");
 * dataset.jobIds.length; // 12
 * dataset.images.numRows(); // 48
 * const seen = dataset.annotations.join(dataset.jobs, "job_id");
 * seen.groupby("camera_height").rollup({ area: (d) => aq.op.round(aq.op.mean(d.area)) }).objects(); // [
 * //   { camera_height: 0.5, area: 296 },
 * //   { camera_height: 1, area: 271 },
 * //   { camera_height: 1.5, area: 234 }
 * // ]
 * ```
 */
export class Dataset {
  static {
    displayable(
      Dataset.prototype,
      viewDisplay((dataset: Dataset) => {
        const { jobIds } = dataset;
        return datasetView({ jobIds, tables: dataset.#tables === null ? null : sizesOf(dataset.tables()) });
      }),
    );
  }

  /** The ids of the jobs, in the order of the `jobs` table. Reads no files. */
  readonly jobIds: readonly string[];
  readonly #polygons: boolean;
  readonly #reading: DatasetSource["reading"];
  #tables: Readonly<Record<TableName, ColumnTable>> | null = null;
  #failure: { error: unknown } | null = null;

  /** @internal */
  constructor({ jobIds, polygons, reading }: DatasetSource) {
    this.jobIds = jobIds;
    this.#polygons = polygons;
    this.#reading = reading;
  }

  /** One row a job: keys, status, parameters, label summaries. Percentages are means over people, 0 to 100. */
  get jobs(): ColumnTable {
    return this.table("jobs");
  }

  /** One row a label file: what holds for the whole scene. Angles are degrees, lengths metres. */
  get scenes(): ColumnTable {
    return this.table("scenes");
  }

  /** One row a category of a job; colours between 0 and 1. */
  get categories(): ColumnTable {
    return this.table("categories");
  }

  /** One row a frame. */
  get images(): ColumnTable {
    return this.table("images");
  }

  /** One row an instance and frame; boxes in pixels, areas in square pixels, percentages 0 to 100. */
  get annotations(): ColumnTable {
    return this.table("annotations");
  }

  /** One row a keypoint of an instance; `x` and `y` in pixels, `z` and `*_global` in metres. */
  get keypoints(): ColumnTable {
    return this.table("keypoints");
  }

  /** One row a corner of an instance's cuboid; `x` and `y` in pixels, `z` (depth) in metres. */
  get cuboids(): ColumnTable {
    return this.table("cuboids");
  }

  /**
   * One row a polygon of an instance, as a flat list of x and y in pixels. A segmentation of run lengths is one row
   * without points: `rle_height`, `rle_width`, and `rle_counts` or, compressed, `rle_string`; see `rleToMask`.
   *
   * @throws {TypeError} When the dataset was opened without `polygons: true`.
   */
  get polygons(): ColumnTable {
    return this.table("polygons");
  }

  /** One row a motion sample; times in seconds, angles in radians. */
  get imu(): ColumnTable {
    return this.table("imu");
  }

  /** One row a thing that could not be read as promised. */
  get problems(): ColumnTable {
    return this.table("problems");
  }

  /**
   * A table by name.
   *
   * @throws {RangeError} When there is no table of that name.
   * @throws {TypeError} For `polygons`, when the dataset was opened without them.
   * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
   */
  table(name: TableName): ColumnTable {
    this.#checkName(name);
    let tables = this.#tables;
    while (tables === null) {
      this.#readNext();
      tables = this.#tables;
    }
    return tables[name];
  }

  /** All tables by name, in a fixed order; `polygons` only where the dataset was opened with them. */
  tables(): Map<TableName, ColumnTable> {
    return new Map(this.#names.map((name) => [name, this.table(name)]));
  }

  /**
   * Reads all jobs, leaving time for other work between them. A reading that was stopped goes on where it was.
   *
   * @throws The signal's reason, when it aborts.
   * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
   */
  async load({ signal, onProgress }: LoadOptions = {}): Promise<void> {
    signal?.throwIfAborted();
    while (this.#tables === null) {
      const progress = this.#readNext();
      if (progress === null) return;
      onProgress?.(progress);
      await setImmediate();
      signal?.throwIfAborted();
    }
  }

  /**
   * Runs one SELECT, in DuckDB's dialect, over the tables, which join on `job_id`; see {@link sql} for the types of the
   * result and for what queries may do. Reads all jobs first.
   *
   * @param params The values of `?` and `$1` as an array, or those of `$name` as an object.
   * @throws {QueryError} When it is not one SELECT, reaches beyond the tables, or DuckDB cannot run it.
   * @throws {TypeError} When the parameters are not those of the query, or two columns of the result have the same name.
   * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
   * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
   * @throws The signal's reason, when it aborts.
   * @example
   * ```ts
   * const rows = await dataset.sql(
   *   "SELECT scene, count(*)::INT AS boxes FROM annotations JOIN jobs USING (job_id) WHERE area > $least GROUP BY ALL",
   *   { least: 200 },
   * );
   * rows.orderby("scene").objects(); // [{ scene: "BEDROOM_2", boxes: 22 }, { scene: "GYM_1", boxes: 24 }]
   * ```
   */
  async sql(query: string, params?: SqlParams, options: SqlLimits = {}): Promise<ColumnTable> {
    await this.load({ ...(options.signal && { signal: options.signal }) });
    return sql(query, { ...options, tables: Object.fromEntries(this.tables()), params });
  }

  /**
   * The part of the dataset that a condition keeps, as a dataset of its own; this one stays as it is. Reads all jobs
   * first. Summaries in `jobs`, such as `num_frames`, stay those of all of a job's labels.
   *
   * @param condition A function from a row to true or false, or what stands behind `WHERE` in SQL.
   * @throws {QueryError} When a condition in SQL cannot be run.
   * @throws {TypeError | RangeError} When the condition or an option is none.
   * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
   * @throws The signal's reason, when it aborts.
   * @example
   * ```ts
   * const clear = await dataset.filter("avg_percent_occlusion < $most", { params: { most: 20 } });
   * clear.jobIds.length; // 10
   * const bright = await clear.filter((row) => Number(row.mean_image_brightness) > 40, { of: "images" });
   * bright.images.numRows(); // 40
   * ```
   */
  async filter(condition: DatasetCondition, options: DatasetFilterOptions = {}): Promise<Dataset> {
    const { signal } = options;
    await this.load({ ...(signal && { signal }) });
    const kept = await chooseKept(condition, options, {
      table: (name) => this.table(name),
      sql: (query, params, limits) => this.sql(query, params, limits),
    });
    const keep = rowKeeper(kept);
    const tables = Array.from(this.tables(), ([name, table]) => {
      const rows = keep(name, table);
      return [name, rows === null ? table : takeRows(table, rows)];
    });
    const reading = ready(Object.fromEntries(tables) as Record<TableName, ColumnTable>);
    return new Dataset({ jobIds: jobsAfter(this.jobIds, kept), polygons: this.#polygons, reading });
  }

  /**
   * Writes tables to files `<table>.<format>`: all of them, empty ones too, unless `tables` says which. When a file
   * is in the way, nothing is read or written.
   *
   * @param folder Where to; made if missing.
   * @returns What was written, in the order of the tables.
   * @throws {FileExistsError} Without `force`, when one of the files exists.
   * @throws {RangeError} When the format or a table's name is not known.
   * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
   * @throws The signal's reason, when it aborts; tables written by then stay.
   */
  async export(folder: string, options: ExportOptions = {}): Promise<ExportedTable[]> {
    for (const name of options.tables ?? []) this.#checkName(name);
    const targets = exportTargets(this.#names, folder, options);
    const { signal, onRead } = options;
    await this.load({ ...(signal && { signal }), ...(onRead && { onProgress: onRead }) });
    return exportTables(this.tables(), targets, options);
  }

  /**
   * Writes the labels of all jobs as one COCO file, as {@link mergeCoco} gives them, whose documentation says what becomes
   * of the ids. Segmentations are there where the dataset was opened with `polygons`. Reads all jobs first.
   *
   * @throws {FileExistsError} Without `force`, when the file exists.
   * @throws {LabelFileError | JobFilesError} With `strict`, when a job cannot be read.
   * @throws The signal's reason, when it aborts.
   * @example
   * ```ts
   * const clear = await dataset.filter((row) => Number(row.percent_occlusion) < 50, { of: "annotations" });
   * const { images, annotations } = await clear.exportCoco("clear.json");
   * [images, annotations]; // [48, 48]
   * ```
   */
  async exportCoco(path: string, options: ExportCocoOptions = {}): Promise<ExportedCoco> {
    const { signal } = options;
    await this.load({ ...(signal && { signal }) });
    return writeCoco(this.tables(), path, options);
  }

  get #names(): TableName[] {
    return TABLE_NAMES.filter((name) => name !== "polygons" || this.#polygons);
  }

  #checkName(name: TableName): void {
    if (!TABLE_NAMES.includes(name)) {
      throw new RangeError(
        `Cannot give table "${name}": there is none, expected one of ${TABLE_NAMES.join(", ")}`,
      );
    }
    if (name === "polygons" && !this.#polygons) {
      throw new TypeError(
        'Cannot give table "polygons": they were not read, open the dataset with { polygons: true }',
      );
    }
  }

  #readNext(): ReadProgress | null {
    if (this.#failure !== null) throw this.#failure.error;
    try {
      const step = this.#reading.next();
      if (step.done !== true) return step.value;
      this.#tables = step.value.tables;
      return null;
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }
}

/** Tables that need no reading. */
function* ready(tables: Readonly<Record<TableName, ColumnTable>>): DatasetSource["reading"] {
  yield* [];
  return { tables };
}
