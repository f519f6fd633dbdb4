import { Buffer } from "node:buffer";
import { type DataType, IntervalUnit, TimeUnit, Type } from "@uwdata/flechette";
import { intervalText, timeText } from "./interval-text.ts";

const DAY_US = 86_400_000_000n;

/** What writes a value of a type that tables do not have, and that is no map, as text; null for other types. */
export function textOf(type: DataType): ((value: unknown) => string) | null {
  switch (type.typeId) {
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return (bytes) => {
        const { buffer, byteOffset, length } = bytes as Uint8Array<ArrayBuffer>;
        return Buffer.from(buffer, byteOffset, length).toString("hex");
      };
    case Type.Date:
      return (ms) => new Date(ms as number).toISOString().slice(0, -"T00:00:00.000Z".length);
    case Type.Time:
      return (time) => timeText(microseconds(time, type.unit));
    case Type.Duration:
      return (duration) => {
        const span = microseconds(duration, type.unit);
        return intervalText({ months: 0, days: Number(span / DAY_US), microseconds: span % DAY_US });
      };
    case Type.Interval:
      return (interval) => {
        if (type.unit === IntervalUnit.YEAR_MONTH) return spanText([interval as number, 0, 0]);
        return spanText(interval as readonly [months: number, days: number, nanoseconds: number]);
      };
    default:
      return null;
  }
}

function microseconds(value: unknown, unit: number): bigint {
  const count = BigInt(value as number | bigint);
  if (unit === TimeUnit.NANOSECOND) return count / 1000n;
  return unit === TimeUnit.MICROSECOND ? count : count * (unit === TimeUnit.SECOND ? 1_000_000n : 1000n);
}

function spanText([months, days, nanoseconds]: readonly [number, number, number]): string {
  return intervalText({ months, days, microseconds: BigInt(Math.trunc(nanoseconds / 1000)) });
}
