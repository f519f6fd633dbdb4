import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import type { DuckDbParts } from "../../io/duckdb/load-duckdb.ts";
import { QueryError } from "../query-error.ts";
import { readResult } from "../results/read-result.ts";
import type { SqlParams } from "../sql-params.ts";
import { bindParams } from "./bind-params.ts";

/** What a query is run with. */
export interface RunOptions extends DuckDbParts {
  readonly params?: SqlParams | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a query whose syntax was checked, and gives its rows as a table.
 *
 * @throws {QueryError} When it is not a SELECT after all.
 * @throws {TypeError} When the parameters are not those of the query, or two columns of the result have the same name.
 */
export async function runQuery(
  connection: DuckDBConnection,
  query: string,
  { params, signal, ...parts }: RunOptions,
): Promise<ColumnTable> {
  const statement = await connection.prepare(query);
  try {
    if (statement.statementType !== parts.api.StatementType.SELECT) {
      throw new QueryError("it is no query, expected one SELECT", query);
    }
    bindParams(statement, params, parts.api);
    checkNames(Array.from({ length: statement.columnCount }, (_, index) => statement.columnName(index)));
    const result = await statement.run();
    // Where types hang on parameters, there are no names before.
    checkNames(result.columnNames());
    return await readResult(result, parts, signal);
  } finally {
    statement.destroySync();
  }
}

function checkNames(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new TypeError(
    `Cannot give the result of the query as a table: two of its columns are called "${twice}"; name them apart with AS, or join with USING (…)`,
  );
}
