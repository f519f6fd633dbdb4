import { QueryError } from "../engine/query-error.ts";
import { queryErrorOfPart } from "../engine/query-error-of-part.ts";
import { TableReadError } from "../io/table-read-error.ts";
import { isAddress } from "./engine-folder.ts";
import { explainLostPart, lostPartError } from "./ingest/lost-part-error.ts";

/**
 * An error of an engine about a query in which tables go by other names, as one about the query as it was written.
 *
 * @param shown The query as it was written; undefined where nobody has written it.
 */
export function engineError(
  error: unknown,
  { query, shown }: { query: string; shown: string | undefined },
): unknown {
  if (shown === undefined || !(error instanceof QueryError) || error.query !== query) return error;
  return queryErrorOfPart(error, { query: shown, offset: query.lastIndexOf(shown) });
}

/** What went wrong with the files of a folder: that one is gone, where that is so; else the error itself. */
export async function lostFileError(
  error: unknown,
  { folder, files }: { folder: string; files: readonly string[] },
): Promise<unknown> {
  if (!isAddress(folder)) {
    return isOfQuery(error) ? explainLostPart(error, { folder, files }) : error;
  }
  if (!isMissingFile(error)) return error;
  const message = (error as Error).message;
  return lostPartError(folder, files.find((file) => message.includes(file)) ?? "a file", error);
}

/** Whether an engine finds no file where one should be. */
export function isMissingFile(error: unknown): boolean {
  if (error instanceof TableReadError) return true;
  return error instanceof QueryError && /PATH_NOT_FOUND|FILE_NOT_EXIST/.test(error.errorClass ?? "");
}

function isOfQuery(error: unknown): boolean {
  return error instanceof QueryError || error instanceof TableReadError;
}
