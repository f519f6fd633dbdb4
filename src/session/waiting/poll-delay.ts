const FIRST_MS = 2_000;
const GROWTH = 1.5;
const LONGEST_MS = 30_000;
const JITTER = 0.2;

/**
 * The pause after a look at a batch, in milliseconds: it grows from look to look, and is spread so that many clients do
 * not ask in step.
 *
 * @param look Which look it was, from 0.
 * @param fraction From 0 to 1: where in the spread the pause lies.
 */
export function pollDelayMs(look: number, fraction: number): number {
  return Math.min(FIRST_MS * GROWTH ** look, LONGEST_MS) * (1 + JITTER * (2 * fraction - 1));
}
