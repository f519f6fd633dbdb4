import type { DuckDBConnection } from "@duckdb/node-api";
import { QueryError } from "../query-error.ts";
import { type ParsedQuery, parsedQuery } from "./parsed-query.ts";

/** What DuckDB says of the syntax of a text. */
interface SyntaxTree {
  readonly error: boolean;
  readonly error_type?: string;
  readonly error_message?: string;
  readonly statements?: readonly unknown[];
}

const EXPECTED = "expected one SELECT";

/**
 * Parses a query, without running it.
 *
 * @throws {QueryError} When it is anything but one SELECT.
 */
export async function parseQuery(connection: DuckDBConnection, query: string): Promise<ParsedQuery> {
  // Where a text ends is a matter of opinion then.
  if (query.includes("\0")) throw new QueryError(`it holds a character of code 0, ${EXPECTED}`, query);
  const tree = await syntaxTree(connection, query);
  if (tree.error) throw await explained(tree, connection, query);
  const { length = 0 } = tree.statements ?? [];
  if (length !== 1) {
    throw new QueryError(
      `it holds ${length === 0 ? "no statement" : `${length} statements`}, ${EXPECTED}`,
      query,
    );
  }
  return parsedQuery(tree.statements);
}

async function syntaxTree(connection: DuckDBConnection, query: string): Promise<SyntaxTree> {
  const statement = await connection.prepare("SELECT json_serialize_sql($1::VARCHAR)");
  try {
    statement.bindVarchar(1, query);
    const [[text] = []] = await (await statement.run()).getRows();
    return JSON.parse(String(text)) as SyntaxTree;
  } finally {
    statement.destroySync();
  }
}

async function explained(
  { error_type, error_message = "" }: SyntaxTree,
  connection: DuckDBConnection,
  query: string,
): Promise<QueryError> {
  if (error_type === "parser") {
    // Asked to prepare it, DuckDB shows where the error is.
    const cause: unknown = await connection.prepare(query).catch((error) => error);
    return new QueryError(cause instanceof Error ? cause.message : error_message, query, { cause });
  }
  if (error_message.startsWith("Only SELECT")) {
    const pivot = /\bpivot\b/i.test(query)
      ? "; a PIVOT names the values that become columns: PIVOT … ON column IN ('a', 'b')"
      : "";
    return new QueryError(`it is no query, ${EXPECTED}: data and settings cannot be changed${pivot}`, query);
  }
  return new QueryError(error_message, query);
}
