import { quoteText } from "../../../io/duckdb/quote-text.ts";
import { filePattern, isRemote, localPath } from "./file-pattern.ts";

/** The query of files' bytes: a row each, of `file`, as it is spelt, and `content`. */
export function blobRows(files: readonly string[]): string {
  // DuckDB gives the path back by which it found a file: most are spelt so.
  const other = files.filter((file) => !isRemote(file) && localPath(file) !== file);
  const cases = other.map((file) => `WHEN ${quoteText(localPath(file))} THEN ${quoteText(file)}`);
  const file = cases.length === 0 ? "filename" : `CASE filename ${cases.join(" ")} ELSE filename END`;
  const patterns = files.map((path) => quoteText(filePattern(path)));
  return `SELECT ${file} AS file, content FROM read_blob([${patterns.join(", ")}])`;
}
