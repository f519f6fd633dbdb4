import { QueryError } from "../../query-error.ts";
import { emptyTextReason, takenError } from "../../write-errors.ts";

/** What was written: where, by which columns, and where the caller's query begins in the one that Spark ran. */
interface Writing {
  path: string;
  partitionBy: readonly string[];
  offset: number;
}

/** An error of Spark when it wrote a table, as callers get it from any engine. */
export function writeError(error: unknown, { path, partitionBy, offset }: Writing): unknown {
  if (!(error instanceof QueryError)) return error;
  if (error.errorClass === "PATH_ALREADY_EXISTS") return takenError(path, { cause: error });
  const empty = partitionBy.find((column) => error.message.includes(emptyTextReason(column)));
  if (empty !== undefined) return new RangeError(emptyTextReason(empty), { cause: error });
  if (offset === 0) return error;
  const context = error.context.map(({ text, start }) => {
    return { text, start: start === null || start < offset ? null : start - offset };
  });
  const { engine, errorClass, sqlState } = error;
  const reason = error.message.replace(/^Cannot run the query: /, "");
  return new QueryError(reason, error.query, { engine, errorClass, sqlState, context, cause: error });
}
