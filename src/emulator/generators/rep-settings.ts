import type { JobParams } from "../../api/wire-types.ts";
import { findMotion } from "../body/find-motion.ts";
import type { RepSettings } from "../body/rep-timeline.ts";
import { readParams } from "./read-params.ts";

/** Reads what the exercise generators' parameters say about the length of the clip. */
export function repSettings(params: JobParams): RepSettings {
  const read = readParams(params);
  return {
    numReps: read.number("num_reps"),
    secondsPerRep: findMotion(read.string("exercise")).seconds,
    relBaselineSpeed: read.number("rel_baseline_speed"),
    maxRelSpeedChange: read.number("max_rel_speed_change"),
    trimStartFrac: read.number("trim_start_frac"),
    trimEndFrac: read.number("trim_end_frac"),
  };
}
