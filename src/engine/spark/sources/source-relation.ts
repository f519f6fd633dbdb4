import type { ColumnTable } from "arquero";
import { isTable } from "../../../tables/is-table.ts";
import { SPARK_DIALECT } from "../../dialect/spark-dialect.ts";
import type { EngineSource, JsonSource, ParquetSource } from "../../engine-source.ts";
import type { Message } from "../protocol/messages.ts";
import { ddlOf, identifier } from "./ddl-of.ts";
import { fileRows } from "./file-rows.ts";
import { localRelation } from "./local-relation.ts";
import { project } from "./project.ts";
import { literalPath } from "./spark-path.ts";

/**
 * What a name of a dataset stands for.
 *
 * @throws {TypeError} When it is no table and names no files, or one that Spark would leave out.
 * @throws {RangeError} When a table in memory is too large to be sent.
 */
export async function sourceRelation(name: string, source: EngineSource): Promise<Message> {
  if (isTable(source)) return localRelation(name, source);
  const files = filesOf(source);
  if (!files.every((file): file is string => typeof file === "string")) {
    throw new TypeError(
      `Cannot query table "${name}": expected an Arquero table, Parquet files or a folder of such, or files with their format`,
    );
  }
  if (files.length === 0) throw new TypeError(`Cannot query table "${name}": it has no files`);
  if (typeof source === "string" || isList(source)) return parquetFiles({ format: "parquet", files });
  if (source.format === "parquet") return parquetFiles(source);
  return source.format === "json" ? jsonFiles(name, source) : fileRows(name, files);
}

function filesOf(source: Exclude<EngineSource, ColumnTable>): readonly (string | null)[] {
  if (typeof source === "string") return [source];
  return isList(source) ? source : (source?.files ?? [null]);
}

function isList(source: unknown): source is readonly string[] {
  return Array.isArray(source);
}

function parquetFiles({ files, columns }: ParquetSource): Message {
  const data_source = {
    format: "parquet",
    ...(columns === undefined ? {} : { schema: ddlOf(columns) }),
    paths: files.map(literalPath),
  };
  const read = { read: { data_source } };
  return columns === undefined
    ? read
    : project(
        read,
        columns.map(([name]) => identifier(name)),
      );
}

/**
 * Documents are texts first: Spark's own reader of JSON takes a list for several documents, and tells only of those
 * fields that a query asks for whether they are as they should be. Within a list and an object, what follows a document
 * makes it a broken one.
 */
async function jsonFiles(name: string, { files, columns }: JsonSource): Promise<Message> {
  const { text } = SPARK_DIALECT;
  const schema = `items ARRAY<STRUCT<${columns.map(([column, type]) => `${identifier(column)}: ${SPARK_DIALECT.type(type)}`).join(", ")}>>, corrupt STRING`;
  const options =
    "map('mode', 'PERMISSIVE', 'columnNameOfCorruptRecord', 'corrupt', 'allowSingleQuotes', 'false', 'allowNonNumericNumbers', 'false')";
  const wrapped = `concat('{"items":[', content, ']}')`;
  // What is exploded is worked out once, whatever a query makes of it.
  const parsed = project(await fileRows(name, files), [
    "file",
    `explode(array(from_json(${wrapped}, ${text(schema)}, ${options}))) AS parsed`,
  ]);
  return project(parsed, [
    ...columns.map(
      ([column]) => `try_element_at(parsed.items, 1).${identifier(column)} AS ${identifier(column)}`,
    ),
    "file",
    "(parsed.corrupt IS NOT NULL OR coalesce(array_size(parsed.items), 0) <> 1 OR parsed.items[0] IS NULL) AS broken",
  ]);
}
