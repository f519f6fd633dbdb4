import { vi } from "vitest";

/** Far more turns than work of minutes takes; a promise that never settles ends a test, not its process. */
const MOST_TURNS = 1_000_000;

/**
 * Lets fake time pass until a promise is settled. While real work goes on, such as writing to the disk, and nobody waits
 * for a timer, no time passes.
 */
export async function passTime<T>(promise: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = (): void => {
    isSettled = true;
  };
  promise.then(settle, settle);
  for (let turn = 0; !isSettled; turn++) {
    if (turn === MOST_TURNS) throw new Error("It does not settle");
    if (vi.getTimerCount() > 0) await vi.advanceTimersByTimeAsync(500);
    await new Promise(setImmediate);
  }
  return promise;
}
