import type { Engine } from "../../engine/engine.ts";
import { untilAborted } from "../../util/until-aborted.ts";

const NEVER: AbortSignal = new AbortController().signal;
const latest = new WeakMap<Engine, Promise<unknown>>();

/**
 * Does some work when an engine has done what it was given here before: the tables of its session have the same names in
 * every ingest.
 *
 * @throws The signal's reason, when it aborts; what has not begun is not done then.
 */
export function oneAtATime<T>(
  engine: Engine,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const before = latest.get(engine) ?? Promise.resolve();
  const done = untilAborted(before, signal ?? NEVER).then(work);
  latest.set(engine, Promise.allSettled([before, done]));
  return done;
}
