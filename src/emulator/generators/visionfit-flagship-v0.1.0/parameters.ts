import type { GeneratorInfo } from "../../../api/wire-types.ts";
import { bool, float, int, str, uuid } from "../param.ts";
import { EXERCISE_PARAMS, FILMING_PARAMS } from "../visionfit/parameters.ts";

/**
 * The parameter table of `visionfit-flagship-v0.1.0`.
 * Names and types are those that the public sampler uses; the limits of the delays and of `allowable_occlusion`,
 * the choices of `wall_art_type` and the defaults of what `visionfit-v0.3.1` does not have are assumed.
 */
export const VISIONFIT_FLAGSHIP_V010: GeneratorInfo = {
  name: "visionfit-flagship-v0.1.0",
  version: "0.1.0",
  params: [
    ...EXERCISE_PARAMS,
    ...FILMING_PARAMS,
    bool("randomize_skin_tone", false),
    float("inter_rep_delay_avg", 0, { min: 0, max: 10 }),
    float("inter_rep_delay_var", 0, { min: 0, max: 10 }),
    bool("add_pauses", false),
    bool("add_wall_art", false),
    str("wall_art_type", "PAINTING", ["PAINTING", "POSTER", "MIRROR"]),
    int("outfit", 0, { min: 0, max: 4 }),
    bool("hide_shoes", false),
    bool("add_socks", false),
    float("allowable_occlusion", 50, { min: 0, max: 100 }),
    bool("enable_sensor_noise", true),
    uuid("state"),
  ],
  options: { preview: true },
};
