import { quoteText } from "../../io/duckdb/quote-text.ts";
import { quoteName } from "../../util/quote-name.ts";
import type { Dialect } from "./dialect.ts";
import { duckDbType } from "./duckdb-type.ts";
import { literalOf } from "./literal-of.ts";
import { lostIn } from "./lost-in.ts";

/** The dialect of DuckDB. */
export const DUCKDB_DIALECT: Dialect = {
  name: "duckdb",
  type: (type) => duckDbType(type),
  identifier: quoteName,
  text: quoteText,
  literal: (value) => literalOf(value, DUCKDB_DIALECT),
  param: (name) => `$${name}`,
  length: (list) => `len(${list})`,
  item: (list, place) => `list_extract(${list}, ${place})`,
  map: (list, item, result) => `list_transform(${list}, lambda ${item}: ${result})`,
  filter: (list, item, condition) => `list_filter(${list}, lambda ${item}: ${condition})`,
  any: (list, item, condition) =>
    `coalesce(len(list_filter(${list}, lambda ${item}: ${condition})) > 0, FALSE)`,
  find: (list, value) => `CAST(coalesce(list_position(${list}, ${value}), 0) AS INTEGER)`,
  distinct: (list) => `list_distinct(${list})`,
  valueOf: (map, key) => `${map}[${key}]`,
  matches: (text, pattern) => `regexp_matches(${text}, ${quoteText(pattern)})`,
  split: (text, mark) => `string_split(${text}, ${mark})`,
  fromJson: (text, type) => `TRY(json_transform(${text}, ${quoteText(JSON.stringify(duckDbType(type)))}))`,
  listSum: (list) => {
    const parts = `[{'sum': 0e0, 'lost': 0e0}] || list_transform(${list}, lambda x: {'sum': x, 'lost': 0e0})`;
    const added = `list_reduce(${parts}, lambda a, x: {'sum': a.sum + x.sum, 'lost': a.lost + ${lostIn("a.sum", "x.sum")}})`;
    return `list_transform([${added}], lambda a: a.sum + a.lost)[1]`;
  },
  rows: (table, list, { item, place }) => {
    const places = place === undefined ? "" : `, generate_subscripts(${list}, 1) - 1 AS ${place}`;
    return `(SELECT *, unnest(${list}) AS ${item}${places} FROM ${table})`;
  },
  concat: (lists) => `(${lists.join(" || ")})`,
  flatten: (lists) => `flatten(${lists})`,
  list: (items) => `[${items.join(", ")}]`,
  struct: (fields) => `{${fields.map(([name, value]) => `${quoteText(name)}: ${value}`).join(", ")}}`,
  entries: (map) => `map_entries(${map})`,
  unnest: (list, { item, place }) =>
    place === undefined
      ? `, LATERAL (SELECT unnest(${list}) AS ${item})`
      : `, LATERAL (SELECT unnest(${list}) AS ${item}, generate_subscripts(${list}, 1) - 1 AS ${place})`,
  first: (value, order) => `arg_min_null(${value}, ${order})`,
  total: (numbers) => `fsum(${numbers})`,
  quantiles: (numbers, probabilities) => `quantile_cont(${numbers}, [${probabilities.join(", ")}])`,
  named: (tables, query) => {
    if (tables.length === 0) return query;
    const named = tables.map(
      ([name, known]) => `${quoteName(name)} AS NOT MATERIALIZED (FROM ${quoteName(known)})`,
    );
    // The parser takes no WITH in brackets behind another, and no two tables of one name behind one.
    const isWith = /^(?:\s|--.*\n|\/\*[\s\S]*?\*\/)*WITH\b/i.test(query);
    return `WITH ${named.join(", ")} ${isWith ? `FROM (\n${query}\n)` : `\n${query}`}`;
  },
  hex: (bytes) => `lower(hex(${bytes}))`,
  epochMicros: (moment) => `epoch_us(${moment})`,
  keep: (name, query) => `CREATE TABLE ${quoteName(name)} AS ${query}`,
  drop: (name) => `DROP TABLE ${quoteName(name)}`,
  parquetRows: (folder) =>
    `SELECT filename AS file, file_row_number AS place, job_id FROM read_parquet(${quoteText(`${folder}/**/*.parquet`)}, filename = true, file_row_number = true, hive_partitioning = false)`,
};
