import type { JobParams } from "../../api/wire-types.ts";
import { readParams } from "./read-params.ts";

const LARGEST_TRIM = 0.9;

/** The joint rule of the exercise generators: at least a tenth of the clip must be left. */
export function trimProblems(params: JobParams): string[] {
  const read = readParams(params);
  const total = read.number("trim_start_frac") + read.number("trim_end_frac");
  // 0.3 + 0.6 is a little more than 0.9 in floating point.
  if (total <= LARGEST_TRIM + 1e-9) return [];
  return [`trim_start_frac + trim_end_frac must be at most ${LARGEST_TRIM}, got ${total}`];
}
