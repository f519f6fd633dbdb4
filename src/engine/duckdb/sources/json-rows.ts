import { quoteText } from "../../../io/duckdb/quote-text.ts";
import { quoteName } from "../../../util/quote-name.ts";
import { DUCKDB_SCALARS, duckDbType } from "../../dialect/duckdb-type.ts";
import type { JsonSource } from "../../engine-source.ts";
import { blobRows } from "./blob-rows.ts";
import { jsonCheck } from "./json-check.ts";

/** Types that hold what JSON may have: a cast to the types of the columns then fails where a value does not fit. */
const ROOMY = { ...DUCKDB_SCALARS, int32: "HUGEINT", int64: "HUGEINT", timestamp: "VARCHAR" };

/** The reader of JSON takes a comma before a closing bracket, which is none. */
const LAST_COMMA = quoteText(",\\s*[\\]}]");
const STRINGS = quoteText('"(?:[^"\\\\]|\\\\.)*"');

/** The query of a source of JSON documents. */
export function jsonRows({ files, columns }: JsonSource): string {
  const type = { struct: columns };
  const read = `json_transform(document, ${quoteText(JSON.stringify(duckDbType(type, ROOMY)))})`;
  const fits = `json_type(document) = 'OBJECT' AND ${jsonCheck("document", "structure", type)}`;
  const value = `TRY(CAST(CASE WHEN ${fits} THEN ${read} END AS ${duckDbType(type)}))`;
  const names = columns.map(([name]) => `value.${quoteName(name)} AS ${quoteName(name)}, `);
  const comma = `regexp_matches(text, ${LAST_COMMA}) AND regexp_matches(regexp_replace(text, ${STRINGS}, '""', 'g'), ${LAST_COMMA})`;
  const texts = `SELECT file, TRY(decode(content)) AS text FROM (${blobRows(files)})`;
  const documents = `SELECT file, CASE WHEN NOT (${comma}) THEN TRY(CAST(text AS JSON)) END AS document FROM (${texts})`;
  const structures = `SELECT file, document, unnest([json_structure(document)]) AS structure FROM (${documents})`;
  // What is unnested is worked out once, whatever a query makes of it.
  const values = `SELECT file, unnest([${value}]) AS value FROM (${structures})`;
  return `SELECT ${names.join("")}file, value IS NULL AS broken FROM (${values})`;
}
