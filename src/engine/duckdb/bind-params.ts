import type { DuckDBPreparedStatement } from "@duckdb/node-api";
import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";
import { didYouMean } from "../../util/did-you-mean.ts";
import type { SqlParams } from "../sql-params.ts";
import { paramValue } from "./param-value.ts";

/**
 * Binds the parameters of a query: they are values and never a part of its text.
 *
 * @throws {TypeError} When one is missing, not one of the query's, or of no type that a query can take; it names it.
 */
export function bindParams(
  statement: DuckDBPreparedStatement,
  params: SqlParams | undefined,
  api: DuckDb,
): void {
  const names = namesOf(statement);
  const given = Array.isArray(params) ? byPlace(params) : new Map(Object.entries(params ?? {}));
  for (const name of given.keys()) {
    if (names.includes(name)) continue;
    const has = names.length === 0 ? "none" : list(names);
    throw new TypeError(`Cannot bind parameter "${name}"${didYouMean(name, names)}: the query has ${has}`);
  }
  for (const name of names) {
    const value = given.get(name);
    if (value === undefined) {
      throw new TypeError(`Cannot bind parameter "${name}": it is missing, the query has ${list(names)}`);
    }
    const bound = paramValue(value, api);
    if (bound === null) throw new TypeError(misfit(name, value));
    statement.bindValue(statement.parameterIndex(name), bound.value, bound.type);
  }
}

function byPlace(params: readonly unknown[]): Map<string, unknown> {
  return new Map(params.map((value, index) => [String(index + 1), value]));
}

function namesOf(statement: DuckDBPreparedStatement): string[] {
  return Array.from({ length: statement.parameterCount }, (_, index) => {
    try {
      return statement.parameterName(index + 1);
    } catch (cause) {
      throw new TypeError(
        `Cannot bind the parameters: those of the query are not numbered from $1 on, $${index + 1} is missing`,
        { cause },
      );
    }
  });
}

function list(names: readonly string[]): string {
  return names.map((name) => `$${name}`).join(", ");
}

function misfit(name: string, value: unknown): string {
  const shown = typeof value === "object" ? Object.prototype.toString.call(value) : String(value);
  const expected =
    "null, a boolean, a number, a bigint of up to 128 bits, a string, a valid Date, or an array of one of these types";
  return `Cannot bind parameter "${name}": it is ${shown}, expected ${expected}`;
}
