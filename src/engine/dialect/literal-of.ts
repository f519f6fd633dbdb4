import { isInt64 } from "../../util/is-int64.ts";
import type { SqlValue } from "../sql-params.ts";
import type { Dialect } from "./dialect.ts";

/**
 * A value as it is written in a query: whole numbers as integers, others as doubles, digit by digit.
 *
 * @throws {TypeError} When no query can take it.
 */
export function literalOf(value: SqlValue, dialect: Pick<Dialect, "type" | "list" | "text">): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return dialect.text(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "number") {
    if (Number.isSafeInteger(value) && !Object.is(value, -0)) return integer(BigInt(value));
    return `CAST('${Object.is(value, -0) ? "-0" : value}' AS DOUBLE)`;
  }
  if (typeof value === "bigint" && isInt64(value)) return integer(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return `CAST('${value.toISOString()}' AS ${dialect.type("timestamp")})`;
  }
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView))) {
    return dialect.list(Array.from(value as Iterable<SqlValue>, (item) => literalOf(item, dialect)));
  }
  throw new TypeError(
    `Cannot write ${Object.prototype.toString.call(value)} in a query: expected a single value or a list`,
  );
}

function integer(value: bigint): string {
  const text = String(value);
  return BigInt.asIntN(32, value) === value ? text : `CAST('${text}' AS BIGINT)`;
}
