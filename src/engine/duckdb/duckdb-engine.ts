import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import { copyOptions } from "../../io/duckdb/copy-options.ts";
import { type DuckDbParts, loadDuckDbParts } from "../../io/duckdb/load-duckdb.ts";
import { quoteText } from "../../io/duckdb/quote-text.ts";
import { systemError } from "../../io/duckdb/system-error.ts";
import type { ParquetLayout } from "../../io/parquet-layout.ts";
import { fillFileAtomic } from "../../io/write-file-atomic.ts";
import { quoteName } from "../../util/quote-name.ts";
import type { SqlParams } from "../sql-params.ts";
import type { SqlTables } from "../sql-table.ts";
import { checkFunctions } from "./check-functions.ts";
import type { DuckDbOptions } from "./duckdb-options.ts";
import { explainedError } from "./explained-error.ts";
import { findSources, type NamedSource } from "./find-sources.ts";
import { interruptible } from "./interruptible.ts";
import { openDatabase } from "./open-database.ts";
import { parseQuery } from "./parse-query.ts";
import type { ParsedQuery } from "./parsed-query.ts";
import { runQuery } from "./run-query.ts";
import { unreadableSource } from "./unreadable-source.ts";

/** Options of one query. */
export interface QueryOptions {
  /** The values of its parameters. */
  params?: SqlParams | undefined;
  /** Stops the query. */
  signal?: AbortSignal | undefined;
}

/** What {@link DuckDbEngine.open} makes an engine of. */
interface Opened extends DuckDbParts {
  database: DuckDBInstance;
  folder: string;
  sources: ReadonlyMap<string, NamedSource>;
  externalAccess: boolean;
}

/** Runs queries over tables, in an embedded DuckDB. Close it when done. */
export class DuckDbEngine {
  readonly #opened: Opened;
  /** The tables that queries have named so far. */
  readonly #views = new Map<string, Promise<void>>();
  #isClosed = false;

  private constructor(opened: Opened) {
    this.#opened = opened;
  }

  /**
   * Opens an engine over tables. Their files are read when a query asks for them.
   *
   * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
   * @throws {TypeError} When a table is none, or two are called the same but for upper and lower case.
   * @throws {RangeError} When a limit is not a whole number of at least 1.
   * @throws {TableReadError} When a file is missing.
   */
  static async open(tables: SqlTables, options: DuckDbOptions = {}): Promise<DuckDbEngine> {
    const { tempFolder = tmpdir(), externalAccess = false } = options;
    const parts = await loadDuckDbParts();
    const sources = await findSources(tables);
    const paths = [...sources.values()].flatMap((source) => source.paths);
    const folder = await mkdtemp(join(tempFolder, "infinity-frames-sql-"));
    try {
      const database = await openDatabase(parts.api, options, { folder, paths });
      return new DuckDbEngine({ ...parts, database, folder, sources, externalAccess });
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /**
   * Runs one SELECT, in DuckDB's dialect, and gives its rows as a table.
   *
   * @throws {QueryError} When it is not one SELECT, reaches beyond the tables, or DuckDB cannot run it, such as for lack
   * of memory.
   * @throws {TypeError} When the parameters are not those of the query, or two columns of the result have the same name.
   * @throws The signal's reason, when it aborts.
   */
  async query(query: string, { params, signal }: QueryOptions = {}): Promise<ColumnTable> {
    if (this.#isClosed) throw new Error("Cannot run the query: the engine is closed");
    const connection = await this.#opened.database.connect();
    try {
      return await interruptible(connection, signal, () => this.#run(connection, query, { params, signal }));
    } finally {
      connection.closeSync();
    }
  }

  /** Runs a statement of this library over tables that queries have named. */
  async exec(statement: string, { signal }: Pick<QueryOptions, "signal"> = {}): Promise<void> {
    const connection = await this.#opened.database.connect();
    try {
      await interruptible(connection, signal, () => connection.run(statement));
    } catch (error) {
      throw explainedError(error, { query: statement, tables: [] });
    } finally {
      connection.closeSync();
    }
  }

  /**
   * Writes the rows of one of the tables to a Parquet file: all of it or nothing. For engines with `externalAccess`.
   *
   * @throws {FileExistsError} Without `force`, when the path is taken.
   * @throws {FileWriteError} When the disk is full, or the file cannot be written for another reason.
   * @throws The signal's reason, when it aborts.
   */
  async writeTable(
    name: string,
    path: string,
    { force, signal, ...layout }: ParquetLayout & { force: boolean; signal: AbortSignal | undefined },
  ): Promise<void> {
    const source = this.#opened.sources.get(name.toLowerCase()) as NamedSource;
    const connection = await this.#opened.database.connect();
    try {
      const rows = await source.select(connection);
      const copy = (temporary: string) =>
        connection.run(`COPY (${rows}) TO ${quoteText(temporary)} (${copyOptions(layout)})`);
      await interruptible(connection, signal, () =>
        fillFileAtomic(
          path,
          async (_, temporary) => {
            await copy(temporary).catch((error: unknown) => Promise.reject(systemError(error)));
          },
          { force },
        ),
      );
    } finally {
      connection.closeSync();
    }
  }

  /** Closes the engine and removes its temporary files. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#opened.database.closeSync();
    await rm(this.#opened.folder, { recursive: true, force: true });
  }

  async #run(
    connection: DuckDBConnection,
    query: string,
    { params, signal }: QueryOptions,
  ): Promise<ColumnTable> {
    const { externalAccess, sources } = this.#opened;
    try {
      const parsed = await parseQuery(connection, query);
      if (!externalAccess) checkFunctions(parsed, query);
      await this.#define(parsed);
      signal?.throwIfAborted();
      return await runQuery(connection, query, { ...this.#opened, params, signal });
    } catch (error) {
      throw explainedError(error, { query, tables: Array.from(sources.values(), ({ name }) => name) });
    }
  }

  /** Makes the tables that a query names ready; all of them, where it names none of them. */
  async #define({ tables }: ParsedQuery): Promise<void> {
    const { sources } = this.#opened;
    const named = [...tables].filter((table) => sources.has(table));
    for (const key of named.length > 0 ? named : sources.keys()) {
      let defined = this.#views.get(key);
      if (defined === undefined) {
        defined = this.#view(sources.get(key) as NamedSource);
        this.#views.set(key, defined);
        defined.catch(() => this.#views.delete(key));
      }
      await defined;
    }
  }

  /** Makes a table ready. It has a connection of its own: other queries may wait for it when one is stopped. */
  async #view(source: NamedSource): Promise<void> {
    const connection = await this.#opened.database.connect();
    try {
      const rows = await source.select(connection);
      await connection.run(`CREATE VIEW ${quoteName(source.name)} AS ${rows}`);
    } catch (error) {
      throw unreadableSource(error, source);
    } finally {
      connection.closeSync();
    }
  }
}
