import { UsageError } from "./usage-error.ts";

const SIZE = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?$/i;
const POWERS = ["", "k", "m", "g", "t"];

/**
 * A number of bytes: `2GB`, `512MB`, `1.5GiB`.
 *
 * @param least The least number of bytes.
 * @throws {UsageError} When it is anything else, or less.
 */
export function parseSize(option: string, text: string, least = 1): number {
  const [, number = "", prefix = "", binary] = SIZE.exec(text.trim()) ?? [];
  const base = binary === "" ? 1000 : 1024;
  const bytes = Math.floor(Number(number) * base ** POWERS.indexOf(prefix.toLowerCase()));
  if (number === "" || bytes < 1 || !Number.isSafeInteger(bytes)) {
    throw new UsageError(`--${option} must be a size such as 512MB, 2GB or 1.5GiB, got ${text}`);
  }
  if (bytes < least) throw new UsageError(`--${option} must be ${least} bytes or more, got ${text}`);
  return bytes;
}
