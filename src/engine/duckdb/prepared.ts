import type { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";
import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";
import { QueryError } from "../query-error.ts";
import type { SqlParams } from "../sql-params.ts";
import { bindParams } from "./bind-params.ts";

/** What {@link prepared} makes a statement of. */
export interface Preparation {
  readonly api: DuckDb;
  readonly params: SqlParams | undefined;
  /** Whether it must be a query that only reads. */
  readonly readsOnly: boolean;
}

/**
 * Prepares one statement and binds its parameters.
 *
 * @throws {QueryError} When the text is not one statement, or none that may be.
 * @throws {TypeError} When the parameters are not those of the statement.
 */
export async function prepared(
  connection: DuckDBConnection,
  sql: string,
  { api, params, readsOnly }: Preparation,
): Promise<DuckDBPreparedStatement> {
  const statements = await connection.extractStatements(sql);
  if (statements.count !== 1) {
    const { count } = statements;
    throw new QueryError(
      `it holds ${count === 0 ? "no statement" : `${count} statements`}, expected one`,
      sql,
    );
  }
  const statement = await statements.prepare(0);
  try {
    if (readsOnly && statement.statementType !== api.StatementType.SELECT) {
      throw new QueryError("it is no query, expected one SELECT", sql);
    }
    bindParams(statement, params, api);
    return statement;
  } catch (error) {
    statement.destroySync();
    throw error;
  }
}
