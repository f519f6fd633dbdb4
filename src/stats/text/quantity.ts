/**
 * A number as text, to three digits; whole numbers in full, with commas between thousands: `1,200`, `0.0251`.
 */
export function quantity(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return value.toLocaleString("en-US");
  const rounded = Number(value.toPrecision(3));
  return Number.isInteger(rounded) ? rounded.toLocaleString("en-US") : String(rounded);
}

/** A count with its noun: `1 row`, `1,200 rows`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${quantity(count)} ${count === 1 ? noun : plural}`;
}
