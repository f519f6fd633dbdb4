import type { DuckDBType, DuckDBValue } from "@duckdb/node-api";
import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";

/** A parameter as DuckDB takes it. */
export interface ParamValue {
  readonly value: DuckDBValue;
  readonly type: DuckDBType;
}

/**
 * A parameter as DuckDB takes it: whole numbers as integers, of 32 bits where they fit.
 *
 * @returns The value with its type; null where DuckDB has no type for it.
 */
export function paramValue(value: unknown, api: DuckDb): ParamValue | null {
  if (value === null) return { value: null, type: api.SQLNULL };
  switch (typeof value) {
    case "boolean":
      return { value, type: api.BOOLEAN };
    case "string":
      return { value, type: api.VARCHAR };
    case "number":
      return numberValue(value, api);
    case "bigint":
      return bigintValue(value, api);
  }
  if (value instanceof Date) {
    const ms = value.getTime();
    if (Number.isNaN(ms)) return null;
    return { value: new api.DuckDBTimestampTZValue(BigInt(ms) * 1000n), type: api.TIMESTAMPTZ };
  }
  return isList(value) ? listValue(Array.from(value), api) : null;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function numberValue(value: number, { INTEGER, BIGINT, DOUBLE }: DuckDb): ParamValue {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return { value, type: DOUBLE };
  return (value | 0) === value ? { value, type: INTEGER } : { value: BigInt(value), type: BIGINT };
}

function bigintValue(value: bigint, { BIGINT, HUGEINT }: DuckDb): ParamValue | null {
  if (BigInt.asIntN(64, value) === value) return { value, type: BIGINT };
  return BigInt.asIntN(128, value) === value ? { value, type: HUGEINT } : null;
}

function listValue(items: readonly unknown[], api: DuckDb): ParamValue | null {
  const values: ParamValue[] = [];
  for (const item of items) {
    const value = paramValue(item, api);
    if (value === null) return null;
    values.push(value);
  }
  const type = commonType(
    values.map((value) => value.type),
    api,
  );
  if (type === null) return null;
  return {
    value: new api.DuckDBListValue(values.map(({ value }) => asType(value, type, api))),
    type: api.LIST(type),
  };
}

/** The type that holds all values of some types, or null where none does. */
function commonType(types: readonly DuckDBType[], api: DuckDb): DuckDBType | null {
  const { DuckDBListType, LIST, SQLNULL } = api;
  const there = types.filter(({ typeId }) => typeId !== SQLNULL.typeId);
  const [first] = there;
  if (first === undefined) return SQLNULL;
  if (first instanceof DuckDBListType) {
    const items = there.map((type) => (type instanceof DuckDBListType ? type.valueType : null));
    const item = items.includes(null) ? null : commonType(items as DuckDBType[], api);
    return item === null ? null : LIST(item);
  }
  const numbers = [api.INTEGER, api.BIGINT, api.HUGEINT, api.DOUBLE];
  const places = there.map(({ typeId }) => numbers.findIndex((number) => number.typeId === typeId));
  if (!places.includes(-1)) return numbers[places.reduce((most, place) => Math.max(most, place))] ?? null;
  return there.every(({ typeId }) => typeId === first.typeId) ? first : null;
}

/** A value of a list as one of its type. */
function asType(value: DuckDBValue, type: DuckDBType, api: DuckDb): DuckDBValue {
  if (value instanceof api.DuckDBListValue && type instanceof api.DuckDBListType) {
    return new api.DuckDBListValue(value.items.map((item) => asType(item, type.valueType, api)));
  }
  if (typeof value !== "number" && typeof value !== "bigint") return value;
  if (type.typeId === api.DOUBLE.typeId || type.typeId === api.INTEGER.typeId) return Number(value);
  return BigInt(value);
}
