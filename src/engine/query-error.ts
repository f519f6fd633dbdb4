import { InfinityFramesError } from "../util/infinity-frames-error.ts";

/** A part of a query that an engine finds fault with. */
export interface QueryFragment {
  /** The part. */
  text: string;
  /** Where it begins in the query, from 0; null where the engine does not say. */
  start: number | null;
}

/** What is known of a failed query beside the reason. */
export interface QueryErrorOptions extends ErrorOptions {
  /** @default "duckdb" */
  engine?: "duckdb" | "spark" | undefined;
  errorClass?: string | null | undefined;
  sqlState?: string | null | undefined;
  context?: readonly QueryFragment[] | undefined;
}

/**
 * A query could not be run: it is not one that may be, or the engine refused it or gave up on it.
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
  /** What ran it. */
  readonly engine: "duckdb" | "spark";
  /** The engine's name for what is wrong, such as `TABLE_OR_VIEW_NOT_FOUND`; null where it has none. */
  readonly errorClass: string | null;
  /** The code of the SQL standard, such as `42P01`; null where the engine has none. */
  readonly sqlState: string | null;
  /** The parts of the query that it is about; none where the engine does not say. */
  readonly context: readonly QueryFragment[];

  constructor(reason: string, query: string, options: QueryErrorOptions = {}) {
    const { engine = "duckdb", errorClass = null, sqlState = null, context = [], ...rest } = options;
    super("QUERY", `Cannot run the query: ${reason}`, rest);
    this.query = query;
    this.engine = engine;
    this.errorClass = errorClass;
    this.sqlState = sqlState;
    this.context = context;
  }
}
