import { extname } from "node:path";
import { EXTENSION_OF_FORMAT, type TableFormat } from "../io/table-format.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The format that a file to write is of, by its extension.
 *
 * @param name What the user calls the path, such as `--out`.
 * @throws {UsageError} When no format has it.
 */
export function formatOfFile(name: string, path: string): TableFormat {
  const extension = extname(path).slice(1).toLowerCase();
  const known = Object.entries(EXTENSION_OF_FORMAT);
  const format = known.find(([, each]) => each === extension)?.[0];
  if (format !== undefined) return format as TableFormat;
  const extensions = known.map(([, each]) => `.${each}`).join(", ");
  throw new UsageError(`${name} must end with one of ${extensions}, got ${path}`);
}
