import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { type DuckDbParts, loadDuckDbParts } from "../../io/duckdb/load-duckdb.ts";
import type { StatementOptions } from "../engine.ts";
import type { DuckDbOptions } from "./duckdb-options.ts";
import { openDatabase } from "./open-database.ts";
import { watched } from "./watched.ts";

/** What a session is opened with, beside its limits. */
export interface SessionAccess {
  /** The files that may be read without `externalAccess`, by absolute path. */
  readonly paths: readonly string[];
  /** Whether statements may change settings. */
  readonly isOpen: boolean;
}

/** A connection for one statement. */
export interface LentConnection {
  readonly connection: DuckDBConnection;
  /** Aborts when the statement is to stop. */
  readonly signal: AbortSignal;
  /** Closes the connection. */
  end(): void;
}

/** Without these settings DuckDB does not count. */
const PROGRESS =
  "SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET progress_bar_time = 0";

/** An open database with a temporary folder, and what runs in it: each statement on a connection of its own. */
export class DuckDbSession {
  readonly parts: DuckDbParts;
  readonly database: DuckDBInstance;
  readonly #folder: string;
  readonly #closing = new AbortController();

  private constructor(parts: DuckDbParts, database: DuckDBInstance, folder: string) {
    this.parts = parts;
    this.database = database;
    this.#folder = folder;
  }

  /** Opens a session. */
  static async open(options: DuckDbOptions, access: SessionAccess): Promise<DuckDbSession> {
    const parts = await loadDuckDbParts();
    const folder = await mkdtemp(join(options.tempFolder ?? tmpdir(), "infinity-frames-sql-"));
    try {
      const database = await openDatabase(parts.api, options, { folder, ...access });
      return new DuckDbSession(parts, database, folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  }

  /**
   * Works with a connection, whose statements are interrupted when the signal aborts or the session is closed.
   *
   * @throws The signal's reason, when it aborts before the work is done.
   */
  async run<T>(options: StatementOptions, work: (lent: LentConnection) => Promise<T>): Promise<T> {
    const lent = await this.lend(options);
    try {
      return await work(lent);
    } catch (error) {
      lent.signal.throwIfAborted();
      throw error;
    } finally {
      lent.end();
    }
  }

  /** Lends a connection for one statement. */
  async lend({ signal, onProgress }: StatementOptions): Promise<LentConnection> {
    const closing = this.#closing.signal;
    if (closing.aborted) throw new Error("Cannot run the query: the engine is closed");
    signal?.throwIfAborted();
    const connection = await this.database.connect();
    const either = signal === undefined ? closing : AbortSignal.any([signal, closing]);
    if (onProgress !== undefined) await connection.run(PROGRESS);
    const unwatch = watched(connection, { signal: either, onProgress });
    const end = (): void => {
      unwatch();
      connection.closeSync();
    };
    return { connection, signal: either, end };
  }

  /** Stops what is running, and removes the temporary folder; a second call does nothing. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort(new Error("Cannot go on with the query: the engine was closed"));
    this.database.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
