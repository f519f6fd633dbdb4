import { TableReadError } from "../../io/table-read-error.ts";
import type { TableSource } from "./table-source.ts";

/** For an error of DuckDB about a file of a table, one that names the file; other errors are told as they are. */
export function unreadableSource(error: unknown, { paths }: Pick<TableSource, "paths">): unknown {
  if (!(error instanceof Error) || error.name !== "Error") return error;
  const path = paths.find((each) => error.message.includes(each)) ?? paths[0];
  if (path === undefined) return error;
  // What follows the first line is the statement, which no user has written.
  const [first = ""] = error.message.split("\n");
  const reason = first.replace(/^[\w ]+ Error: /, "").replace(` '${path}'`, "");
  return new TableReadError({ path, reason }, { cause: error });
}
