import { randomUUID } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import { feedTable } from "../../../io/duckdb/feed-table.ts";
import { TableReadError } from "../../../io/table-read-error.ts";
import { isTable } from "../../../tables/is-table.ts";
import { isRecord } from "../../../util/is-record.ts";
import { quoteName } from "../../../util/quote-name.ts";
import type { EngineSource, JsonSource, ParquetSource, TextSource } from "../../engine-source.ts";
import { isRemote, localPath } from "./file-pattern.ts";
import { jsonRows } from "./json-rows.ts";
import { kindOf } from "./parquet-files.ts";
import { parquetRows } from "./parquet-rows.ts";
import { textRows } from "./text-rows.ts";

/**
 * Makes a connection's database ready for a source, and gives the query of its rows.
 *
 * @throws {TypeError} When it is no source.
 * @throws {TableReadError} When a file is missing.
 */
export async function sourceRows(
  connection: DuckDBConnection,
  name: string,
  source: EngineSource,
): Promise<string> {
  if (isTable(source)) {
    const feed = `table_${randomUUID()}`;
    await feedTable(connection, feed, source);
    return `FROM ${quoteName(feed)}()`;
  }
  if (typeof source === "string") return parquetRows(connection, { format: "parquet", files: [source] });
  const named: unknown = Array.isArray(source) ? { format: "parquet", files: source } : source;
  if (!isNamed(named)) {
    throw new TypeError(
      `Cannot register table "${name}": expected an Arquero table, Parquet files or a folder of them, or { format, files }`,
    );
  }
  switch (named.format) {
    case "parquet":
      return parquetRows(connection, named);
    case "json":
      await checkFiles(named.files);
      return jsonRows(named);
    case "text":
      await checkFiles(named.files);
      return textRows(named);
    default:
      throw new TypeError(
        `Cannot register table "${name}": its format is ${String((named as { format: unknown }).format)}, expected parquet, json or text`,
      );
  }
}

function isNamed(source: unknown): source is ParquetSource | JsonSource | TextSource {
  return isRecord(source) && isFiles(source.files);
}

function isFiles(files: unknown): files is readonly string[] {
  return Array.isArray(files) && files.length > 0 && files.every((file) => typeof file === "string");
}

/** Files that are not there would be left out. */
async function checkFiles(files: readonly string[]): Promise<void> {
  for (const path of files) {
    if (isRemote(path) || (await kindOf(localPath(path))) === "file") continue;
    throw new TableReadError({ path, reason: "there is no such file" });
  }
}
