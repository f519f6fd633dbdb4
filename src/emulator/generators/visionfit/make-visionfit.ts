import type { GeneratorInfo, JobParams } from "../../../api/wire-types.ts";
import { frameCount, plannedDuration } from "../../body/rep-timeline.ts";
import type { GeneratorModel } from "../generator-model.ts";
import { readParams } from "../read-params.ts";
import { repSettings } from "../rep-settings.ts";
import { buildVisionfit } from "./build.ts";
import { countTakeFrames } from "./take.ts";

/** What tells one version of visionfit from another. */
export interface VisionfitVersion {
  info: GeneratorInfo;
  /** The names of the label file and of the archive of masks. */
  labels: string;
  masks: string;
  jointProblems(params: JobParams): string[];
}

/** An avatar that does repetitions of an exercise before a still camera. */
export function makeVisionfit({ info, labels, masks, jointProblems }: VisionfitVersion): GeneratorModel {
  return {
    info,
    jointProblems,
    estimate: (params) =>
      frameCount(plannedDuration(repSettings(params)), readParams(params).number("frame_rate")),
    countFrames: countTakeFrames,
    build: (params, context) =>
      buildVisionfit(params, { context, names: { generator: info.name, labels, masks } }),
  };
}
