import { quoteText } from "../../../io/duckdb/quote-text.ts";
import { engineTypeOf } from "../../dialect/engine-type-of.ts";
import type { EngineType } from "../../engine-source.ts";

const INTEGERS = ["UBIGINT", "BIGINT", "HUGEINT"];

/** What DuckDB calls values of JSON that are of a type. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  bool: ["BOOLEAN"],
  int32: INTEGERS,
  int64: INTEGERS,
  float64: [...INTEGERS, "DOUBLE"],
  string: ["VARCHAR"],
  timestamp: ["VARCHAR"],
};

/**
 * The condition under which all values of a JSON document are of a type.
 *
 * @param document Its name.
 * @param structure The name of what `json_structure` makes of it: the same document, with a word for the type of each
 * value, and one item for all items of a list. It says the same, `JSON`, of objects without fields as of values of
 * several types: the values themselves must be looked at then.
 */
export function jsonCheck(document: string, structure: string, type: EngineType): string {
  return `CASE WHEN contains(CAST(${structure} AS VARCHAR), '"JSON"') THEN ${valueCheck(document, type)} ELSE ${structureCheck(structure, type)} END`;
}

function structureCheck(node: string, type: EngineType): string {
  return check(node, type, {
    scalar: (words) =>
      isOneOf(
        `CAST(${node} AS VARCHAR)`,
        words.map((word) => JSON.stringify(word)),
      ),
    list: (items) => structureCheck(member(node, "0"), items),
    other: structureCheck,
  });
}

function valueCheck(node: string, type: EngineType): string {
  return check(node, type, {
    scalar: (words) => isOneOf(`json_type(${node})`, words),
    list: (items) => everyCheck(`json_extract(${node}, '$[*]')`, items, valueCheck),
    other: valueCheck,
  });
}

/** What differs between checks of values and of their structure. */
interface Checks {
  /** The condition under which a node is one of these words. */
  scalar(words: readonly string[]): string;
  /** The condition under which the items of a list are of a type. */
  list(items: EngineType): string;
  other(node: string, type: EngineType): string;
}

function check(node: string, type: EngineType, { scalar, list, other }: Checks): string {
  const known = engineTypeOf(type);
  if (known === "json") return "true";
  if (typeof known === "string") return scalar(["NULL", ...(WORDS[known] ?? [])]);
  const isNull = scalar(["NULL"]);
  const is = (kind: string): string => `json_type(${node}) = '${kind}'`;
  if ("list" in known) return `(${isNull} OR (${is("ARRAY")} AND ${list(known.list)}))`;
  const fields =
    "map" in known
      ? [everyCheck(`json_extract(${node}, '$.*')`, known.map, other)]
      : known.struct.map(([name, field]) => other(member(node, name), field));
  return `(${isNull} OR (${[is("OBJECT"), ...fields].join(" AND ")}))`;
}

function everyCheck(
  nodes: string,
  type: EngineType,
  one: (node: string, type: EngineType) => string,
): string {
  // Lambdas within lambdas have names of their own.
  const item = `item_${nodes.length}`;
  return `len(list_filter(${nodes}, lambda ${item}: NOT ${one(item, type)})) = 0`;
}

function member(node: string, name: string): string {
  const pointer = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return `json_extract(${node}, ${quoteText(pointer)})`;
}

/** Whether a word is one of some, or missing. */
function isOneOf(word: string, words: readonly string[]): string {
  return `coalesce(${word} IN (${words.map(quoteText).join(", ")}), true)`;
}
