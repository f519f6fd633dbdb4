import type { DuckDBPreparedStatement } from "@duckdb/node-api";
import type { RecordBatch } from "apache-arrow";
import type { ColumnTable } from "arquero";
import { checkOptionNames } from "../../util/check-option-names.ts";
import { quoteName } from "../../util/quote-name.ts";
import { DUCKDB_DIALECT } from "../dialect/duckdb-dialect.ts";
import type { Engine, QueryResult, StatementOptions, WriteOptions } from "../engine.ts";
import type { EngineTables } from "../engine-source.ts";
import { checkNames } from "../results/check-names.ts";
import { queryResult } from "../results/query-result.ts";
import { readResult } from "../results/read-result.ts";
import type { SqlParams } from "../sql-params.ts";
import type { SqlTables } from "../sql-table.ts";
import { writeSettings } from "../write-settings.ts";
import { readBatches } from "./arrow/read-batches.ts";
import { type CopyTarget, copyTable } from "./copy-table.ts";
import type { DuckDbOptions } from "./duckdb-options.ts";
import { DuckDbSession, type LentConnection } from "./duckdb-session.ts";
import { explainedError } from "./explained-error.ts";
import { findSources } from "./find-sources.ts";
import { NamedTables } from "./named-tables.ts";
import { prepared } from "./prepared.ts";
import { defineTable } from "./sources/define-table.ts";
import { localPath } from "./sources/file-pattern.ts";
import { copyFolder } from "./write/copy-folder.ts";
import { fillFolder } from "./write/fill-folder.ts";

/** The database is as temporary as can be: what is called so would be there for one connection only. */
const TEMPORARY = /^(\s*CREATE\s+(?:OR\s+REPLACE\s+)?)TEMP(?:ORARY)?\s/i;

const STATEMENT_OPTIONS: readonly string[] = ["signal", "onProgress"] satisfies (keyof StatementOptions)[];

/** Runs SQL in an embedded DuckDB. Close it when done. */
export class DuckDbEngine implements Engine {
  readonly name = "duckdb";
  readonly version: string;
  readonly dialect: typeof DUCKDB_DIALECT = DUCKDB_DIALECT;
  readonly #session: DuckDbSession;
  /** The tables that alone queries may read; null where statements may do anything. */
  readonly #tables: NamedTables | null;
  /** The names of the tables that were registered. */
  readonly #registered = new Set<string>();

  private constructor(session: DuckDbSession, tables: NamedTables | null) {
    this.#session = session;
    this.#tables = tables;
    this.version = session.parts.api.version();
  }

  /**
   * Opens an engine with an empty database, whose statements may read and write files, unless `externalAccess` is false.
   *
   * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
   * @throws {RangeError} When a limit is not a whole number of at least 1.
   */
  static async open(options: DuckDbOptions = {}): Promise<DuckDbEngine> {
    const limits = { ...options, externalAccess: options.externalAccess ?? true };
    return new DuckDbEngine(await DuckDbSession.open(limits, { paths: [], isOpen: true }), null);
  }

  /**
   * Opens an engine over tables, whose queries are one SELECT each. Their files are read when a query asks for them.
   *
   * @throws {InfinityFramesError} With code `PACKAGE_NOT_LOADED`, when DuckDB is not there.
   * @throws {TypeError} When a table is none, or two are called the same but for upper and lower case.
   * @throws {RangeError} When a limit is not a whole number of at least 1.
   * @throws {TableReadError} When a file is missing.
   */
  static async over(tables: SqlTables, options: DuckDbOptions = {}): Promise<DuckDbEngine> {
    const sources = await findSources(tables);
    const paths = [...sources.values()].flatMap((source) => source.paths);
    const session = await DuckDbSession.open(options, { paths, isOpen: false });
    return new DuckDbEngine(session, new NamedTables(sources, session.database, options));
  }

  query(sql: string, params?: SqlParams, options: StatementOptions = {}): QueryResult {
    checkOptionNames(options, STATEMENT_OPTIONS);
    return queryResult({
      batches: () => this.#batches(sql, params, options),
      table: () => this.#table(sql, params, options),
    });
  }

  async exec(sql: string, params?: SqlParams, options: StatementOptions = {}): Promise<void> {
    checkOptionNames(options, STATEMENT_OPTIONS);
    await this.#run(sql, options, (lent) => this.#exec(lent, sql.replace(TEMPORARY, "$1"), params));
  }

  /** Runs a statement that this library wrote, also where users may only read. */
  async execOwn(sql: string, options: StatementOptions = {}): Promise<void> {
    await this.#run(sql, options, async ({ connection }) => {
      await connection.run(sql);
    });
  }

  async writeTable(query: string, options: WriteOptions): Promise<void> {
    const { path, mode, params, format, partitionBy, ...rest } = writeSettings(options);
    await this.#run(query, rest, async (lent) => {
      const run = (sql: string) => this.#exec(lent, sql, params);
      await fillFolder(localPath(path), mode, (folder) =>
        copyFolder(folder, { query, format, partitionBy, run }),
      );
    });
  }

  /**
   * Writes the rows of one of the tables that the engine was opened over to a Parquet file: all of it or nothing.
   *
   * @throws {FileExistsError} Without `force`, when the path is taken.
   * @throws {FileWriteError} When the disk is full, or the file cannot be written for another reason.
   * @throws The signal's reason, when it aborts.
   */
  async copyTable(name: string, { signal, ...target }: CopyTarget & StatementOptions): Promise<void> {
    await this.#session.run({ signal }, async ({ connection }) => {
      const rows = await this.#tables?.source(name)?.select(connection);
      await copyTable(connection, rows ?? `FROM ${quoteName(name)}`, target);
    });
  }

  async registerDataset(tables: EngineTables, options: StatementOptions = {}): Promise<void> {
    checkOptionNames(options, STATEMENT_OPTIONS);
    await this.#session.run(options, async ({ connection, signal }) => {
      for (const [name, source] of Object.entries(tables)) {
        signal.throwIfAborted();
        await defineTable(connection, name, source);
        this.#registered.add(name);
      }
    });
  }

  async explain(sql: string, params?: SqlParams, options: StatementOptions = {}): Promise<string> {
    checkOptionNames(options, STATEMENT_OPTIONS);
    return this.#run(sql, options, async (lent) => {
      const statement = await this.#prepare(lent, `EXPLAIN ${sql}`, params);
      const result = await statement.run().finally(() => statement.destroySync());
      return (await result.getRows()).map(([, plan]) => String(plan)).join("\n");
    });
  }

  /** Closes the engine and removes its temporary files. */
  async close(): Promise<void> {
    await this.#session.close();
  }

  async #table(sql: string, params: SqlParams | undefined, options: StatementOptions): Promise<ColumnTable> {
    return this.#run(sql, options, async (lent) => {
      const statement = await this.#prepare(lent, sql, params);
      try {
        checkNames(namesOf(statement));
        const result = await statement.run();
        // Where types hang on parameters, there are no names before.
        checkNames(result.columnNames());
        return await readResult(result, this.#session.parts, lent.signal);
      } finally {
        statement.destroySync();
      }
    });
  }

  async *#batches(
    sql: string,
    params: SqlParams | undefined,
    options: StatementOptions,
  ): AsyncGenerator<RecordBatch, void, undefined> {
    const lent = await this.#session.lend(options);
    try {
      const statement = await this.#prepare(lent, sql, params);
      try {
        yield* readBatches(await statement.stream(), this.#session.parts, lent.signal);
      } finally {
        statement.destroySync();
      }
    } catch (error) {
      lent.signal.throwIfAborted();
      throw this.#explained(error, sql);
    } finally {
      lent.end();
    }
  }

  #run<T>(sql: string, options: StatementOptions, work: (lent: LentConnection) => Promise<T>): Promise<T> {
    return this.#session.run(options, (lent) =>
      work(lent).catch((error: unknown) => Promise.reject(this.#explained(error, sql))),
    );
  }

  async #exec(lent: LentConnection, sql: string, params: SqlParams | undefined): Promise<void> {
    const statement = await this.#prepare(lent, sql, params);
    await statement.run().finally(() => statement.destroySync());
  }

  async #prepare(
    { connection, signal }: LentConnection,
    sql: string,
    params: SqlParams | undefined,
  ): Promise<DuckDBPreparedStatement> {
    await this.#tables?.admit(connection, sql);
    signal.throwIfAborted();
    const readsOnly = this.#tables !== null;
    return prepared(connection, sql, { api: this.#session.parts.api, params, readsOnly });
  }

  #explained(error: unknown, query: string): unknown {
    const registered = [...this.#registered].filter((name) => !name.startsWith("infinity_"));
    return explainedError(error, { query, tables: this.#tables?.names ?? registered });
  }
}

function namesOf(statement: DuckDBPreparedStatement): string[] {
  return Array.from({ length: statement.columnCount }, (_, index) => statement.columnName(index));
}
