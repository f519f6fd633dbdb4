import { QueryError } from "../query-error.ts";
import type { ParsedQuery } from "./parsed-query.ts";
import { SAFE_TABLE_FUNCTIONS } from "./safe-functions.ts";

/**
 * Checks that a query calls no function in place of a table that may reach beyond its tables.
 *
 * @throws {QueryError} When it calls one; the error names it.
 */
export function checkFunctions({ tableFunctions }: ParsedQuery, query: string): void {
  for (const name of tableFunctions) {
    if (SAFE_TABLE_FUNCTIONS.has(name)) continue;
    const known = [...SAFE_TABLE_FUNCTIONS].join(", ");
    throw new QueryError(
      `it calls ${name}(…) in place of a table, expected a table or one of ${known}; { externalAccess: true } lets queries call others`,
      query,
    );
  }
}
