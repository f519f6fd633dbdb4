import type { Random } from "../random/make-random.ts";
import { uniform } from "../random/uniform.ts";

/** What decides how long a set of repetitions lasts. */
export interface RepSettings {
  numReps: number;
  /** Seconds of one repetition at relative speed 1. */
  secondsPerRep: number;
  relBaselineSpeed: number;
  /** Largest relative difference of a repetition's speed from the baseline. */
  maxRelSpeedChange: number;
  trimStartFrac: number;
  trimEndFrac: number;
}

/** The moments of a clip of repetitions. */
export interface RepTimeline {
  /** Seconds from the first kept moment to the last. */
  duration: number;
  /** Completed repetitions, with the fraction of the current one, at a share (0 to 1) of the clip. */
  repCountAt(share: number): number;
}

/** How much longer a repetition takes on average than at the baseline speed: the mean of c^u, u even in [-1, 1]. */
function meanSlowness(maxRelSpeedChange: number): number {
  const c = 1 + maxRelSpeedChange;
  return c === 1 ? 1 : (c - 1 / c) / (2 * Math.log(c));
}

/** Seconds that the clip lasts on average. */
export function plannedDuration(settings: RepSettings): number {
  const { numReps, secondsPerRep, relBaselineSpeed, maxRelSpeedChange } = settings;
  const whole = ((numReps * secondsPerRep) / relBaselineSpeed) * meanSlowness(maxRelSpeedChange);
  return whole * (1 - settings.trimStartFrac - settings.trimEndFrac);
}

/** Frames of a clip: its duration times the frame rate, at least one. */
export function frameCount(durationSeconds: number, frameRate: number): number {
  return Math.max(1, Math.round(durationSeconds * frameRate));
}

/** Lays repetitions of varying speed one after another and cuts off the trimmed ends. */
export function makeRepTimeline(settings: RepSettings, random: Random): RepTimeline {
  const { numReps, secondsPerRep, relBaselineSpeed, maxRelSpeedChange } = settings;
  const ends = [0];
  for (let rep = 0; rep < numReps; rep++) {
    // A power keeps faster and slower alike likely, and the speed above zero.
    const change = (1 + maxRelSpeedChange) ** uniform(random, [-1, 1]);
    ends.push((ends[rep] ?? 0) + secondsPerRep / (relBaselineSpeed * change));
  }
  const total = ends[numReps] ?? 0;
  const from = total * settings.trimStartFrac;
  const duration = total * (1 - settings.trimStartFrac - settings.trimEndFrac);
  function repCountAt(share: number): number {
    const time = from + duration * share;
    for (let rep = 0; rep < numReps; rep++) {
      const [start = 0, end = 0] = ends.slice(rep, rep + 2);
      if (time < end) return rep + (time - start) / (end - start);
    }
    return numReps;
  }
  return { duration, repCountAt };
}
