import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/**
 * A query could not be run: it is not one that may be, or the database refused it or gave up on it.
 *
 * @example
 * ```ts
 * await dataset.sql("SELECT nothing FROM jobs"); // throws QueryError: … Referenced column "nothing" not found …
 * ```
 */
export class QueryError extends InfinityFramesError {
  override name = "QueryError";
  /** The text of the query. */
  readonly query: string;

  constructor(reason: string, query: string, options?: ErrorOptions) {
    super("QUERY", `Cannot run the query: ${reason}`, options);
    this.query = query;
  }
}
