import type { GeneratorModel } from "./generator-model.ts";
import { sensefitV020 } from "./sensefit-v0.2.0/sensefit.ts";
import { spillsV010 } from "./spills-v0.1.0/spills.ts";
import { visionfitFlagshipV010 } from "./visionfit-flagship-v0.1.0/flagship.ts";
import { visionfitV031 } from "./visionfit-v0.3.1/visionfit.ts";

/** Every generator that the emulator plays, by name. */
export const GENERATORS: ReadonlyMap<string, GeneratorModel> = new Map(
  [visionfitV031, visionfitFlagshipV010, spillsV010, sensefitV020].map((model) => [model.info.name, model]),
);
