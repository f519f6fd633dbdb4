import type { DuckDb } from "../../io/duckdb/load-duckdb.ts";
import { isoTime } from "../../io/iso-time.ts";
import { PackedColumn } from "../../tables/packed-column.ts";
import type { CollectedColumn } from "./column-collector.ts";
import { textColumn } from "./text-column.ts";

const WORD = 2 ** 32;
/** The farthest moment from 1970 that a Date holds. */
const DATE_RANGE_MS = 8.64e15;
const INFINITE = 2n ** 63n - 1n;

/** A unit of time: how many of it make a millisecond, and how many nanoseconds it has. */
interface TimeUnit {
  readonly perMs: number;
  readonly ns: bigint;
}

/** The units that DuckDB counts moments in. */
export type MomentUnit = "s" | "ms" | "us" | "ns";

const UNITS: Readonly<Record<MomentUnit, TimeUnit>> = {
  s: { perMs: 0.001, ns: 1_000_000_000n },
  ms: { perMs: 1, ns: 1_000_000n },
  us: { perMs: 1000, ns: 1000n },
  ns: { perMs: 1_000_000, ns: 1n },
};

/**
 * What makes a column of moments counted in a unit since 1970: a timestamp column where all are whole milliseconds that
 * a `Date` holds, else ISO 8601 text; beyond the years of dates as DuckDB writes it.
 */
export function timestamps(
  unit: MomentUnit,
  { DuckDBTimestampValue }: DuckDb,
): (values: BigInt64Array, valid: Uint8Array | null) => CollectedColumn {
  const text = (value: bigint): string => {
    if (value === INFINITE) return "infinity";
    if (value === -INFINITE) return "-infinity";
    const nanoseconds = value * UNITS[unit].ns;
    const isDate = Math.abs(Number(nanoseconds / 1_000_000n)) <= DATE_RANGE_MS;
    return isDate ? isoTime(nanoseconds) : String(new DuckDBTimestampValue(nanoseconds / 1000n));
  };
  return (values, valid) => {
    const ms = milliseconds(values, valid, UNITS[unit].perMs);
    if (ms !== null) return { type: "timestamp", column: new PackedColumn("timestamp", ms, valid) };
    return textColumn(
      Array.from(values, (value, row) => (valid !== null && valid[row] !== 1 ? null : text(value))),
    );
  };
}

function milliseconds(values: BigInt64Array, valid: Uint8Array | null, perMs: number): Float64Array | null {
  const lows = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  const highs = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  // The upper word is worth this many whole milliseconds, and some units more: neither part loses a bit.
  const wholes = perMs < 1 ? WORD / perMs : Math.floor(WORD / perMs);
  const rest = perMs < 1 ? 0 : WORD % perMs;
  const ms = new Float64Array(values.length);
  for (let row = 0; row < ms.length; row++) {
    if (valid !== null && valid[row] !== 1) continue;
    const high = highs[2 * row + 1] as number;
    const units = high * rest + (lows[2 * row] as number);
    const moment = high * wholes + (perMs < 1 ? units * 1000 : units / perMs);
    if (!(Math.abs(moment) <= DATE_RANGE_MS) || (perMs > 1 && units % perMs !== 0)) return null;
    ms[row] = moment;
  }
  return ms;
}
