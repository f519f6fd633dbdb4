import { isoTime } from "./iso-time.ts";

/** A moment of a file as a date where it is a whole millisecond that dates reach, else as text. */
export function momentOf(nanoseconds: bigint): Date | string {
  if (nanoseconds % 1_000_000n === 0n) {
    const date = new Date(Number(nanoseconds / 1_000_000n));
    if (!Number.isNaN(date.getTime())) return date;
  }
  return isoTime(nanoseconds);
}
