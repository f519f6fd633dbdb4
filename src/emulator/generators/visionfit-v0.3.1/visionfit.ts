import { frameCount, plannedDuration } from "../../body/rep-timeline.ts";
import type { GeneratorModel } from "../generator-model.ts";
import { readParams } from "../read-params.ts";
import { repSettings } from "../rep-settings.ts";
import { trimProblems } from "../trim-problems.ts";
import { buildVisionfit } from "./build.ts";
import { VISIONFIT_V031 } from "./parameters.ts";
import { countTakeFrames } from "./take.ts";

/** An avatar that does repetitions of an exercise before a still camera. */
export const visionfitV031: GeneratorModel = {
  info: VISIONFIT_V031,
  jointProblems: trimProblems,
  estimate: (params) =>
    frameCount(plannedDuration(repSettings(params)), readParams(params).number("frame_rate")),
  countFrames: countTakeFrames,
  build: buildVisionfit,
};
