import type { JobParams } from "../../api/wire-types.ts";
import { findMotion } from "../body/find-motion.ts";
import type { RepSettings } from "../body/rep-timeline.ts";
import { readParams } from "./read-params.ts";

/**
 * Reads what the exercise generators' parameters say about the length of the clip. Not every generator has
 * parameters for trimming, delays and pauses; it has none of them then.
 */
export function repSettings(params: JobParams): RepSettings {
  const read = readParams(params);
  const numberOrZero = (name: string): number => (name in params ? read.number(name) : 0);
  return {
    numReps: read.number("num_reps"),
    secondsPerRep: findMotion(read.string("exercise")).seconds,
    relBaselineSpeed: read.number("rel_baseline_speed"),
    maxRelSpeedChange: read.number("max_rel_speed_change"),
    trimStartFrac: numberOrZero("trim_start_frac"),
    trimEndFrac: numberOrZero("trim_end_frac"),
    interRepDelayAvg: numberOrZero("inter_rep_delay_avg"),
    interRepDelayVar: numberOrZero("inter_rep_delay_var"),
    addPauses: "add_pauses" in params && read.boolean("add_pauses"),
  };
}
