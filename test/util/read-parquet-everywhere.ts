import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetMetadata, parquetReadObjects, parquetSchema, type SchemaTree } from "hyparquet";
import { plainDuckDbValue } from "./plain-duckdb-value.ts";
import { type PlainRow, plainRow, plainValue } from "./plain-rows.ts";

/** The readers, which share no code with each other. */
export interface ParquetReadings {
  hyparquet: PlainRow[];
  duckdb: PlainRow[];
  parquetjs: PlainRow[];
}

/** The rows of a Parquet file as three independent readers see them; they ought to be equal. */
export async function readParquetEverywhere(path: string): Promise<ParquetReadings> {
  const bytes = await readFile(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const columns = parquetSchema(parquetMetadata(file)).children;
  const [hyparquet, duckdb, parquetjs] = await Promise.all([
    parquetReadObjects({ file }),
    readWithDuckdb(path, columns),
    readWithParquetjs(path, columns),
  ]);
  return { hyparquet: hyparquet.map(plainRow), duckdb, parquetjs };
}

/** By position, because DuckDB renames columns that differ only in case. */
async function readWithDuckdb(path: string, columns: readonly SchemaTree[]): Promise<PlainRow[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const source = path.replaceAll("'", "''");
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${source}')`);
    return reader.getRows().map((values) => {
      return Object.fromEntries(columns.map(({ element }, i) => [element.name, plainDuckDbValue(values[i])]));
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

interface ParquetjsReader {
  getCursor(columns?: string[]): { nextRowGroup(): Promise<PlainRow[] | null> };
  close(): Promise<void>;
}

const { ParquetReader } = createRequire(import.meta.url)("parquetjs-lite") as {
  ParquetReader: { openFile(path: string, options: object): Promise<ParquetjsReader> };
};

/** Its own function fails on moments from a dictionary, which reach it as text. */
const { PARQUET_LOGICAL_TYPES } = createRequire(import.meta.url)("parquetjs-lite/lib/types.js") as {
  PARQUET_LOGICAL_TYPES: { TIMESTAMP_MICROS: { fromPrimitive: (micros: bigint | string) => Date } };
};
PARQUET_LOGICAL_TYPES.TIMESTAMP_MICROS.fromPrimitive = (micros) => new Date(Number(BigInt(micros) / 1000n));

/**
 * It leaves missing values out, shows the levels of lists and gives the numbers of a dictionary as text. It cannot
 * find columns with a comma in their name.
 */
async function readWithParquetjs(path: string, columns: readonly SchemaTree[]): Promise<PlainRow[]> {
  const reader = await ParquetReader.openFile(path, { rawStatistics: true });
  try {
    const rows: PlainRow[] = [];
    const cursor = reader.getCursor();
    for (;;) {
      const group = await cursor.nextRowGroup();
      if (group === null) return rows;
      for (const row of group) {
        const plain = columns.map((column) => [
          column.element.name,
          unshred(row[column.element.name], column),
        ]);
        rows.push(Object.fromEntries(plain));
      }
    }
  } finally {
    await reader.close();
  }
}

function unshred(value: unknown, node: SchemaTree): unknown {
  if (value === undefined || value === null) return null;
  if (node.children.length === 0)
    return plainValue(typeof value === "string" ? fromText(value, node) : value);
  const item = node.element.converted_type === "LIST" ? node.children[0]?.children[0] : undefined;
  if (item === undefined) {
    const fields = node.children.map((field) => {
      const { name } = field.element;
      return [name, unshred((value as PlainRow)[name], field)];
    });
    return Object.fromEntries(fields);
  }
  const { list = [] } = value as { list?: { element?: unknown }[] };
  return list.map(({ element }) => unshred(element, item));
}

function fromText(text: string, { element }: SchemaTree): unknown {
  if (element.type === "BYTE_ARRAY") return text;
  return element.type === "INT64" ? BigInt(text) : Number(text);
}
