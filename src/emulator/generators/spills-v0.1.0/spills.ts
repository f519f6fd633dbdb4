import type { GeneratorModel } from "../generator-model.ts";
import { buildSpills } from "./build.ts";
import { SPILLS_V010 } from "./parameters.ts";
import { countSpillFrames } from "./spill-scene.ts";

/** A liquid that spreads over a floor before a still camera. */
export const spillsV010: GeneratorModel = {
  info: SPILLS_V010,
  jointProblems: () => [],
  estimate: countSpillFrames,
  countFrames: countSpillFrames,
  build: buildSpills,
};
