import { QueryError } from "../query-error.ts";

/** What is known of a query that failed. */
export interface FailedQuery {
  readonly query: string;
  /** The names of the tables there are. */
  readonly tables: readonly string[];
}

const LIMITS: readonly (readonly [RegExp, string])[] = [
  [/max_temp_directory_size/, "maxTempBytes gives temporary files more room"],
  [
    /^Out of Memory Error/,
    "Here these are options of the call: memoryLimit gives it more memory, fewer threads need less",
  ],
];

/** An error of DuckDB with what helps against it; other errors are told as they are. */
export function explainedError(error: unknown, { query, tables }: FailedQuery): unknown {
  // DuckDB's own errors are of no class of their own.
  if (!(error instanceof Error) || error.name !== "Error") return error;
  const message = error.message.replace(/^Failed to extract statements: /, "");
  const limit = LIMITS.find(([pattern]) => pattern.test(message))?.[1];
  const hints = limit === undefined ? [] : [limit];
  if (/^Catalog Error: Table with name/.test(message)) {
    hints.push(tables.length === 0 ? "there are no tables" : `the tables are ${tables.join(", ")}`);
  }
  return new QueryError([message, ...hints].join("\n"), query, { cause: error });
}
