import type { DuckDBConnection } from "@duckdb/node-api";
import { quoteName } from "../../../util/quote-name.ts";
import type { EngineSource } from "../../engine-source.ts";
import { unreadableSource } from "../unreadable-source.ts";
import { localPath } from "./file-pattern.ts";
import { sourceRows } from "./source-rows.ts";

/**
 * Gives a table a name in a database; a view that has the name already is replaced.
 *
 * @throws {TypeError} When it is no table, or has no name.
 * @throws {TableReadError} When a file is missing or cannot be read.
 */
export async function defineTable(
  connection: DuckDBConnection,
  name: string,
  source: EngineSource,
): Promise<void> {
  if (name === "" || name.includes("\0")) {
    throw new TypeError(
      `Cannot register a table called ${JSON.stringify(name)}: expected a name of one character or more`,
    );
  }
  try {
    const rows = await sourceRows(connection, name, source);
    await connection.run(`CREATE OR REPLACE VIEW ${quoteName(name)} AS ${rows}`);
  } catch (error) {
    throw unreadableSource(error, { paths: pathsOf(source) });
  }
}

function pathsOf(source: EngineSource): string[] {
  if (typeof source === "string") return [localPath(source)];
  const files = Array.isArray(source) ? source : "files" in source ? source.files : [];
  return files.map(localPath);
}
