/** A time in ISO 8601, in UTC and to the second; as it is where it cannot be read. */
export function utcTime(time: string | Date): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? String(time) : date.toISOString().replace(/\.\d+Z$/, "Z");
}
