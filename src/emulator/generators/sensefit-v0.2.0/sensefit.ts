import type { GeneratorModel } from "../generator-model.ts";
import { trimProblems } from "../trim-problems.ts";
import { buildSensefit } from "./build.ts";
import { SENSEFIT_V020 } from "./parameters.ts";
import { countSamples } from "./watch-motion.ts";

/** A watch on the wrist of somebody who exercises, as a table of its rotations. */
export const sensefitV020: GeneratorModel = {
  info: SENSEFIT_V020,
  jointProblems: trimProblems,
  estimate: countSamples,
  countFrames: countSamples,
  build: buildSensefit,
};
