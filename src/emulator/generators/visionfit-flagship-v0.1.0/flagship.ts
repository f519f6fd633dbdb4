import type { GeneratorModel } from "../generator-model.ts";
import { makeVisionfit } from "../visionfit/make-visionfit.ts";
import { VISIONFIT_FLAGSHIP_V010 } from "./parameters.ts";

/** Visionfit with delays, pauses, clothes, wall art and a limit to occlusion, and the newer names of files. */
export const visionfitFlagshipV010: GeneratorModel = makeVisionfit({
  info: VISIONFIT_FLAGSHIP_V010,
  labels: "labels.json",
  masks: "segmentation.zip",
  jointProblems: () => [],
});
