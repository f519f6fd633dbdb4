import type { Engine, StatementOptions } from "../../../engine/engine.ts";
import { QueryError } from "../../../engine/query-error.ts";
import { literalPath } from "../../../engine/spark/sources/spark-path.ts";
import { fileBelow } from "../../engine-folder.ts";

/** A file at an address. */
export interface ListedFile {
  /** Its path, below the folder. */
  name: string;
  bytes: number;
  /** When it was changed, in microseconds since 1970. */
  changed: string;
}

/**
 * The files of a folder at an address that lie so many folders deep, and those that lie one less deep, but for files
 * without bytes, which Spark does not see.
 *
 * @returns Null where there is no such folder, or nothing in it.
 */
export async function listFiles(
  engine: Engine,
  folder: string,
  { depth, ...options }: StatementOptions & { depth: number },
): Promise<ListedFile[] | null> {
  const path = `${literalPath(fileBelow(folder, "")).replace(/\/$/, "")}${"/*".repeat(depth)}`;
  const query = `SELECT path, length AS bytes, CAST(unix_micros(modificationTime) AS STRING) AS changed FROM ${filesAt(path)}`;
  const prefix = `${shortened(folder).replace(/\/$/, "")}/`;
  try {
    const rows = (await engine.query(query, undefined, options).toTable()).objects() as {
      path: string;
      bytes: number;
      changed: string;
    }[];
    return rows.map(({ path, bytes, changed }) => {
      return { name: shortened(path).slice(prefix.length), bytes: Number(bytes), changed };
    });
  } catch (error) {
    if (error instanceof QueryError && /PATH_NOT_FOUND/.test(error.errorClass ?? "")) return null;
    throw error;
  }
}

/** Files of any kind, for `FROM`. */
export function filesAt(path: string): string {
  return `binaryFile.\`${path.replaceAll("`", "``")}\``;
}

/** An address with one slash behind its scheme, as Spark tells some of them. */
export function shortened(address: string): string {
  return address.replace(/^([a-z][a-z\d+.-]*:)\/+/i, "$1/");
}
