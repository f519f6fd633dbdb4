import { quoteText } from "../../io/duckdb/quote-text.ts";
import { quoteName } from "../../util/quote-name.ts";
import type { Dialect } from "./dialect.ts";
import { duckDbType } from "./duckdb-type.ts";
import { literalOf } from "./literal-of.ts";

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
  concat: (lists) => `(${lists.join(" || ")})`,
  flatten: (lists) => `flatten(${lists})`,
  list: (items) => `[${items.join(", ")}]`,
  struct: (fields) => `{${fields.map(([name, value]) => `${quoteText(name)}: ${value}`).join(", ")}}`,
  entries: (map) => `map_entries(${map})`,
  unnest: (list, { item, place }) =>
    place === undefined
      ? `, LATERAL (SELECT unnest(${list}) AS ${item})`
      : `, LATERAL (SELECT unnest(${list}) AS ${item}, generate_subscripts(${list}, 1) - 1 AS ${place})`,
  hex: (bytes) => `lower(hex(${bytes}))`,
  epochMicros: (moment) => `epoch_us(${moment})`,
  keep: (name, query) => `CREATE TABLE ${quoteName(name)} AS ${query}`,
  drop: (name) => `DROP TABLE ${quoteName(name)}`,
};
