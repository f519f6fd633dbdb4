import type { GeneratorModel } from "../generator-model.ts";
import { trimProblems } from "../trim-problems.ts";
import { makeVisionfit } from "../visionfit/make-visionfit.ts";
import { VISIONFIT_V031 } from "./parameters.ts";

/** Visionfit with trimming, and the older names of files. */
export const visionfitV031: GeneratorModel = makeVisionfit({
  info: VISIONFIT_V031,
  labels: "video.rgb.json",
  masks: "video.rgb.zip",
  jointProblems: trimProblems,
});
