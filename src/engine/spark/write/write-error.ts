import { QueryError } from "../../query-error.ts";
import { queryErrorOfPart } from "../../query-error-of-part.ts";
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
  return offset === 0 ? error : queryErrorOfPart(error, { query: error.query, offset });
}
