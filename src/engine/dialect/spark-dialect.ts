import { quoteName } from "../../util/quote-name.ts";
import type { EngineType } from "../engine-source.ts";
import type { Dialect } from "./dialect.ts";
import { engineTypeOf } from "./engine-type-of.ts";
import { literalOf } from "./literal-of.ts";
import { lostIn } from "./lost-in.ts";

const SCALARS: Readonly<Record<string, string>> = {
  bool: "BOOLEAN",
  int32: "INT",
  int64: "BIGINT",
  float64: "DOUBLE",
  string: "STRING",
  timestamp: "TIMESTAMP",
  json: "STRING",
};

function typeOf(type: EngineType): string {
  const known = engineTypeOf(type);
  if (typeof known === "string") return SCALARS[known] ?? "STRING";
  if ("list" in known) return `ARRAY<${typeOf(known.list)}>`;
  if ("map" in known) return `MAP<STRING, ${typeOf(known.map)}>`;
  return `STRUCT<${known.struct.map(([name, field]) => `${backticked(name)}: ${typeOf(field)}`).join(", ")}>`;
}

/** A name as an identifier, also in the texts of schemas, which know no other quotes. */
function backticked(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

/** A text, with backslashes before those characters that would not stand for themselves. */
function textOf(text: string): string {
  return `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
}

/** The dialect of Spark 4, with names in double quotes, as the settings have it that the client makes. */
export const SPARK_DIALECT: Dialect = {
  name: "spark",
  type: typeOf,
  identifier: backticked,
  text: textOf,
  literal: (value) => literalOf(value, SPARK_DIALECT),
  param: (name) => `:${name}`,
  length: (list) => `array_size(${list})`,
  item: (list, place) => `try_element_at(${list}, ${place})`,
  map: (list, item, result) => `transform(${list}, ${item} -> ${result})`,
  filter: (list, item, condition) => `filter(${list}, ${item} -> ${condition})`,
  any: (list, item, condition) => `coalesce(exists(${list}, ${item} -> ${condition}), FALSE)`,
  find: (list, value) => `CAST(coalesce(array_position(${list}, ${value}), 0) AS INT)`,
  distinct: (list) => `array_distinct(filter(${list}, each -> each IS NOT NULL))`,
  valueOf: (map, key) => `try_element_at(${map}, ${key})`,
  matches: (text, pattern) => `regexp_like(${text}, ${textOf(pattern)})`,
  split: (text, mark) => `split(${text}, concat('\\\\Q', ${mark}, '\\\\E'))`,
  fromJson: (text, type) => `from_json(${text}, ${textOf(typeOf(type))})`,
  listSum: (list) => {
    const next = `named_struct('sum', a.sum + x, 'lost', a.lost + ${lostIn("a.sum", "x")})`;
    return `aggregate(${list}, named_struct('sum', 0e0, 'lost', 0e0), (a, x) -> ${next}, a -> a.sum + a.lost)`;
  },
  rows: (table, list, { item, place }) =>
    place === undefined
      ? `(SELECT * FROM ${table} LATERAL VIEW explode(${list}) ${item}_rows AS ${item})`
      : `(SELECT * FROM ${table} LATERAL VIEW posexplode(${list}) ${item}_rows AS ${place}, ${item})`,
  concat: (lists) => `concat(${lists.join(", ")})`,
  flatten: (lists) => `flatten(filter(${lists}, each -> each IS NOT NULL))`,
  list: (items) => `array(${items.join(", ")})`,
  struct: (fields) =>
    `named_struct(${fields.map(([name, value]) => `${textOf(name)}, ${value}`).join(", ")})`,
  entries: (map) => `map_entries(${map})`,
  unnest: (list, { item, place }) =>
    place === undefined
      ? ` LATERAL VIEW explode(${list}) ${item}_rows AS ${item}`
      : ` LATERAL VIEW posexplode(${list}) ${item}_rows AS ${place}, ${item}`,
  first: (value, order) => `min_by(${value}, ${order})`,
  total: (numbers) => `sum(CAST(${numbers} AS DOUBLE))`,
  quantiles: (numbers, probabilities) =>
    `percentile(${numbers}, array(${probabilities.map((each) => `CAST('${each}' AS DOUBLE)`).join(", ")}))`,
  named: (tables, query) => {
    if (tables.length === 0) return query;
    const named = tables.map(([name, known]) => `${quoteName(name)} AS (SELECT * FROM ${quoteName(known)})`);
    return `WITH ${named.join(", ")} (\n${query}\n)`;
  },
  hex: (bytes) => `lower(hex(${bytes}))`,
  epochMicros: (moment) => `unix_micros(CAST(${moment} AS TIMESTAMP))`,
  // Of executors that are lost, Spark computes the rows anew.
  keep: (name, query) => `CACHE TABLE ${backticked(name)} AS ${query}`,
  drop: (name) => `DROP VIEW ${backticked(name)}`,
  parquetRows: (folder) =>
    `SELECT _metadata.file_path AS file, _metadata.row_index AS place, job_id FROM parquet.${backticked(folder)}`,
};
