import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { quoteName } from "../../util/quote-name.ts";
import { checkFunctions } from "./check-functions.ts";
import type { DuckDbOptions } from "./duckdb-options.ts";
import type { NamedSource } from "./find-sources.ts";
import { parseQuery } from "./parse-query.ts";
import type { ParsedQuery } from "./parsed-query.ts";
import { unreadableSource } from "./unreadable-source.ts";

/** The tables of an engine whose queries are one SELECT each, over them: they are made ready when a query names them. */
export class NamedTables {
  readonly #sources: ReadonlyMap<string, NamedSource>;
  readonly #database: DuckDBInstance;
  /** Whether queries may call what reaches beyond the tables. */
  readonly #externalAccess: boolean;
  /** The tables that queries have named so far. */
  readonly #views = new Map<string, Promise<void>>();

  constructor(
    sources: ReadonlyMap<string, NamedSource>,
    database: DuckDBInstance,
    { externalAccess = false }: Pick<DuckDbOptions, "externalAccess">,
  ) {
    this.#sources = sources;
    this.#database = database;
    this.#externalAccess = externalAccess;
  }

  /** The names of the tables. */
  get names(): string[] {
    return Array.from(this.#sources.values(), ({ name }) => name);
  }

  /** Where the rows of a table come from. */
  source(name: string): NamedSource | undefined {
    return this.#sources.get(name.toLowerCase());
  }

  /**
   * Makes the tables ready that a query names; all of them, where it names none of them.
   *
   * @throws {QueryError} When the query is not one SELECT, or reaches beyond the tables.
   */
  async admit(connection: DuckDBConnection, query: string): Promise<void> {
    const parsed = await parseQuery(connection, query);
    if (!this.#externalAccess) checkFunctions(parsed, query);
    await this.#define(parsed);
  }

  async #define({ tables }: ParsedQuery): Promise<void> {
    const named = [...tables].filter((table) => this.#sources.has(table));
    for (const key of named.length > 0 ? named : this.#sources.keys()) {
      let defined = this.#views.get(key);
      if (defined === undefined) {
        defined = defineView(this.#database, this.#sources.get(key) as NamedSource);
        this.#views.set(key, defined);
        defined.catch(() => this.#views.delete(key));
      }
      await defined;
    }
  }
}

/** Makes a table ready. It has a connection of its own: other queries may wait for it when one is stopped. */
async function defineView(database: DuckDBInstance, source: NamedSource): Promise<void> {
  const connection = await database.connect();
  try {
    const rows = await source.select(connection);
    await connection.run(`CREATE VIEW ${quoteName(source.name)} AS ${rows}`);
  } catch (error) {
    throw unreadableSource(error, source);
  } finally {
    connection.closeSync();
  }
}
