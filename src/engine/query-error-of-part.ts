import { QueryError } from "./query-error.ts";

/**
 * An error about a query as one about a part of it, which is what a caller has written.
 *
 * @param offset Where the part begins in the query.
 */
export function queryErrorOfPart(
  error: QueryError,
  { query, offset }: { query: string; offset: number },
): QueryError {
  const context = error.context.map(({ text, start }) => {
    return { text, start: start === null || start < offset ? null : start - offset };
  });
  const { engine, errorClass, sqlState } = error;
  const reason = error.message.replace(/^Cannot run the query: /, "");
  return new QueryError(reason, query, { engine, errorClass, sqlState, context, cause: error });
}
