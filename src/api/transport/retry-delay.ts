const FIRST_MS = 500;
const LONGEST_MS = 20_000;
const FLOOR_MS = 100;

/** The longest `Retry-After` that is waited for; a server that asks for more is not asked again. */
export const LONGEST_RETRY_AFTER_MS = 120_000;

/**
 * The pause before an attempt is made again, in milliseconds: what the server asks for, without jitter; else anything
 * up to a bound that doubles ("full jitter": https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 *
 * @param attempt The attempt that failed, from 1.
 * @param fraction From 0 to 1: where in the range the pause lies.
 */
export function retryDelayMs(attempt: number, retryAfterMs: number | null, fraction: number): number {
  const bound = Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
  return Math.max(FLOOR_MS, retryAfterMs ?? fraction * bound);
}
