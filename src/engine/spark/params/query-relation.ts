import { didYouMean } from "../../../util/did-you-mean.ts";
import type { SqlParams, SqlValue } from "../../sql-params.ts";
import type { Message } from "../protocol/messages.ts";
import { literalOf, paramValue } from "./param-value.ts";

/**
 * A query with its parameters, which are values and never a part of its text.
 *
 * @throws {TypeError} When a parameter is not one of the query's, or of no type that a query can take; it names it.
 */
export function queryRelation(query: string, params: SqlParams | undefined): Message {
  if (params === undefined) return { sql: { query } };
  if (isList(params)) {
    checkCount(query, params.length);
    return {
      sql: { query, pos_arguments: params.map((value, index) => expression(String(index + 1), value)) },
    };
  }
  const names = Array.from(query.matchAll(/:\s*([a-z_]\w*)/gi), ([, name = ""]) => name);
  const named = Object.entries(params).map(([name, value]) => {
    if (names.includes(name)) return [name, expression(name, value)] as const;
    const has = names.length === 0 ? "none" : names.map((each) => `:${each}`).join(", ");
    throw new TypeError(`Cannot bind parameter "${name}"${didYouMean(name, names)}: the query has ${has}`);
  });
  return { sql: { query, named_arguments: Object.fromEntries(named) } };
}

function isList(params: SqlParams): params is readonly SqlValue[] {
  return Array.isArray(params);
}

/** Spark takes more values than there are places for them. */
function checkCount(query: string, count: number): void {
  const places = query.split("?").length - 1;
  if (count <= places) return;
  throw new TypeError(
    `Cannot bind parameter "${places + 1}": the query has ${places === 0 ? "none" : places}`,
  );
}

function expression(name: string, value: unknown): Message {
  const bound = paramValue(value);
  if (bound !== null) return { literal: literalOf(bound.value, bound.type) };
  const shown = typeof value === "object" ? Object.prototype.toString.call(value) : String(value);
  const expected =
    "null, a boolean, a number, a bigint of up to 38 digits, a string, a valid Date, or an array of one of these types";
  throw new TypeError(`Cannot bind parameter "${name}": it is ${shown}, expected ${expected}`);
}
