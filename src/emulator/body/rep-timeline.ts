import type { Random } from "../random/make-random.ts";
import { uniform } from "../random/uniform.ts";
import { type ClippedUniform, clippedUniformMean, drawClippedUniform } from "./clipped-uniform.ts";

/** What decides how long a set of repetitions lasts. */
export interface RepSettings {
  numReps: number;
  /** Seconds of one repetition at relative speed 1. */
  secondsPerRep: number;
  relBaselineSpeed: number;
  /** Largest relative difference of a repetition's speed from the baseline. */
  maxRelSpeedChange: number;
  /**
   * Share of the clip that is cut off at its start. Every exercise is trimmed; the company's server left
   * some of them whole.
   *
   * @default {0}
   */
  trimStartFrac?: number;
  /**
   * Share of the clip that is cut off at its end.
   *
   * @default {0}
   */
  trimEndFrac?: number;
  /**
   * Mean seconds between one repetition and the next, before delays below 0 become 0.
   *
   * @default {0}
   */
  interRepDelayAvg?: number;
  /**
   * Variance of these delays in square seconds.
   *
   * @default {0}
   */
  interRepDelayVar?: number;
  /**
   * Whether some repetitions hold at their peak.
   *
   * @default {false}
   */
  addPauses?: boolean;
}

/** The moments of a clip of repetitions. */
export interface RepTimeline {
  /** Seconds that were cut off before the first kept moment. */
  start: number;
  /** Seconds from the first kept moment to the last. */
  duration: number;
  /**
   * Completed repetitions, with the fraction of the current one, at a share (0 to 1) of the clip.
   * It stands still during delays and pauses.
   */
  repCountAt(share: number): number;
}

const PAUSE = { probability: 0.5, seconds: [0.5, 1.5] } as const;

/** How much longer a repetition takes on average than at the baseline speed: the mean of c^u, u even in [-1, 1]. */
function meanSlowness(maxRelSpeedChange: number): number {
  const c = 1 + maxRelSpeedChange;
  return c === 1 ? 1 : (c - 1 / c) / (2 * Math.log(c));
}

function keptShare({ trimStartFrac = 0, trimEndFrac = 0 }: RepSettings): number {
  return 1 - trimStartFrac - trimEndFrac;
}

function delayOf({ interRepDelayAvg = 0, interRepDelayVar = 0 }: RepSettings): ClippedUniform {
  return { mean: interRepDelayAvg, variance: interRepDelayVar };
}

/** Seconds that the clip lasts on average. */
export function plannedDuration(settings: RepSettings): number {
  const { numReps, secondsPerRep, relBaselineSpeed, maxRelSpeedChange } = settings;
  const moving = ((numReps * secondsPerRep) / relBaselineSpeed) * meanSlowness(maxRelSpeedChange);
  const delay = clippedUniformMean(delayOf(settings));
  const [shortest, longest] = PAUSE.seconds;
  const pause = settings.addPauses ? (PAUSE.probability * (shortest + longest)) / 2 : 0;
  return (moving + (numReps - 1) * delay + numReps * pause) * keptShare(settings);
}

/** Frames of a clip: its duration times the frame rate, at least one. */
export function frameCount(durationSeconds: number, frameRate: number): number {
  return Math.max(1, Math.round(durationSeconds * frameRate));
}

/** A stretch of time over which the repetition count rises evenly or stands still. */
interface Stretch {
  seconds: number;
  from: number;
  to: number;
}

/**
 * One repetition, counted from 0, and the delay after it. Every one takes the same number of draws, so that
 * one setting does not change what comes of another.
 */
function drawRepetition(settings: RepSettings, random: Random): Stretch[] {
  // A power keeps faster and slower alike likely, and the speed above zero.
  const change = (1 + settings.maxRelSpeedChange) ** uniform(random, [-1, 1]);
  const half = settings.secondsPerRep / (settings.relBaselineSpeed * change) / 2;
  const delay = drawClippedUniform(random, delayOf(settings));
  const holds = random() < PAUSE.probability;
  const hold = uniform(random, PAUSE.seconds);
  return [
    { seconds: half, from: 0, to: 0.5 },
    { seconds: settings.addPauses && holds ? hold : 0, from: 0.5, to: 0.5 },
    { seconds: half, from: 0.5, to: 1 },
    { seconds: delay, from: 1, to: 1 },
  ];
}

/** Lays repetitions of varying speed, with delays and pauses, one after another and cuts off the trimmed ends. */
export function makeRepTimeline(settings: RepSettings, random: Random): RepTimeline {
  const { numReps, trimStartFrac = 0 } = settings;
  const repetitions = Array.from({ length: numReps }, () => drawRepetition(settings, random));
  // There is nothing to wait for after the last repetition.
  repetitions.at(-1)?.pop();
  let total = 0;
  const stretches = repetitions.flatMap((parts, rep) =>
    parts.map(({ seconds, from, to }) => {
      const start = total;
      total += seconds;
      return { start, end: total, from: rep + from, rise: to - from };
    }),
  );
  const cutOff = total * trimStartFrac;
  const duration = total * keptShare(settings);
  function repCountAt(share: number): number {
    const time = cutOff + duration * share;
    const stretch = stretches.find(({ end }) => time < end);
    if (!stretch) return numReps;
    const { start, end, from, rise } = stretch;
    return from + (rise * (time - start)) / (end - start);
  }
  return { start: cutOff, duration, repCountAt };
}
