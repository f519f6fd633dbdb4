import { randomUUID } from "node:crypto";
import { extname, resolve } from "node:path";
import type { ColumnTable } from "arquero";
import { feedTable } from "../../io/duckdb/feed-table.ts";
import { readTable } from "../../io/read-table.ts";
import { TableReadError } from "../../io/table-read-error.ts";
import { typeTexts } from "../../io/type-texts.ts";
import { isTable } from "../../tables/is-table.ts";
import { isRecord } from "../../util/is-record.ts";
import { quoteName } from "../../util/quote-name.ts";
import type { KeptRows, SqlTable } from "../sql-table.ts";
import { kindOf, PARQUET, parquetFiles } from "./sources/parquet-files.ts";
import { fileRows } from "./sources/parquet-rows.ts";
import type { TableSource } from "./table-source.ts";

/**
 * Finds where the rows of a table come from.
 *
 * @param place Tells the table from the others of its database.
 * @throws {TypeError} When it is neither a table nor names files.
 * @throws {TableReadError} When a file is missing, or a folder holds no Parquet file.
 */
export async function findSource(name: string, table: SqlTable, place: number): Promise<TableSource> {
  if (isTable(table)) return memorySource(async () => table, place);
  if (typeof table === "string") return pathSource(table, place);
  if (isKeptRows(table)) return keptSource(name, table, place);
  if (!Array.isArray(table) || table.length === 0 || table.some((path) => typeof path !== "string")) {
    throw new TypeError(
      `Cannot query table "${name}": expected an Arquero table, a file, a folder of Parquet files, or a list of one or more Parquet files`,
    );
  }
  const kinds = await Promise.all(table.map(kindOf));
  const missing = table.find((_, index) => kinds[index] !== "file");
  if (missing !== undefined) throw noFile(missing);
  return parquetSource(table);
}

async function pathSource(path: string, place: number): Promise<TableSource> {
  const kind = await kindOf(path);
  if (kind === null) throw noFile(path);
  if (kind === "folder") return parquetSource(await parquetFiles(path));
  return extname(path).toLowerCase() === PARQUET
    ? parquetSource([path])
    : memorySource(() => readTyped(path), place);
}

/** Texts of CSV files are numbers to those who sum them. */
async function readTyped(path: string): Promise<ColumnTable> {
  const table = await readTable(path);
  return /\.[ct]sv$/i.test(path) ? typeTexts(table) : table;
}

function memorySource(load: () => Promise<ColumnTable>, place: number): TableSource {
  return {
    paths: [],
    async select(connection) {
      const feed = `table_${place}`;
      await feedTable(connection, feed, await load());
      return `FROM ${quoteName(feed)}()`;
    },
  };
}

function parquetSource(files: readonly string[]): TableSource {
  const paths = files.map((file) => resolve(file));
  return { paths, select: async () => fileRows(paths) };
}

function isKeptRows(table: SqlTable): table is KeptRows {
  return isRecord(table) && "among" in table && "keys" in table;
}

async function keptSource(
  name: string,
  { table, keys, among, keepsKeyless }: KeptRows,
  place: number,
): Promise<TableSource> {
  const source = await findSource(name, table, place);
  return {
    paths: source.paths,
    async select(connection) {
      const rows = await source.select(connection);
      const feed = `kept_${randomUUID()}`;
      await feedTable(connection, feed, among.select(...keys));
      const isSame = keys
        .map((key) => `t.${quoteName(key)} IS NOT DISTINCT FROM k.${quoteName(key)}`)
        .join(" AND ");
      const keyless = keepsKeyless ? ` OR t.${quoteName(keys[0] ?? "")} IS NULL` : "";
      return `SELECT * FROM (${rows}) t WHERE EXISTS (FROM ${quoteName(feed)}() k WHERE ${isSame})${keyless}`;
    },
  };
}

function noFile(path: string): TableReadError {
  return new TableReadError({ path, reason: "there is no such file" });
}
