import type { GeneratorInfo } from "../../../api/wire-types.ts";
import { float, uuid } from "../param.ts";
import { EXERCISE_PARAMS, FILMING_PARAMS } from "../visionfit/parameters.ts";

/**
 * The parameter table of `visionfit-v0.3.1`.
 * Names, limits, choices and defaults are facts of the public API, from its published parameter descriptions;
 * the default of `scene` and the listing of `state` are assumed.
 */
export const VISIONFIT_V031: GeneratorInfo = {
  name: "visionfit-v0.3.1",
  version: "0.3.1",
  params: [
    ...EXERCISE_PARAMS,
    float("trim_start_frac", 0, { min: 0, max: 0.9 }),
    float("trim_end_frac", 0, { min: 0, max: 0.9 }),
    ...FILMING_PARAMS,
    uuid("state"),
  ],
  options: { preview: true },
};
