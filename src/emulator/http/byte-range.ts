/** The bytes from `start` up to `end`, which is not included. */
export interface ByteRange {
  start: number;
  end: number;
}

const RANGE = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/;

/**
 * Reads a `Range` header: the part that it asks for; null where it lies outside; undefined where there is no header, or
 * one that servers pass over, such as several parts.
 */
export function byteRange(header: string | null, size: number): ByteRange | null | undefined {
  const [, first, last, suffix] = RANGE.exec(header ?? "") ?? [];
  if (suffix !== undefined) {
    return Number(suffix) > 0 && size > 0 ? { start: Math.max(0, size - Number(suffix)), end: size } : null;
  }
  if (first === undefined || (last && Number(last) < Number(first))) return undefined;
  if (Number(first) >= size) return null;
  return { start: Number(first), end: last ? Math.min(Number(last) + 1, size) : size };
}
