import type {
  GeneratorInfo,
  ParamInfo,
  ParamOptions,
  ParamType,
  ParamValue,
} from "../../src/api/wire-types.ts";
import { ParameterSpace } from "../../src/params/parameter-space.ts";

function param(
  name: string,
  type: ParamType,
  default_value: ParamValue,
  options: ParamOptions | null = null,
): ParamInfo {
  return { name, type, default_value, options };
}

/** A generator with one parameter of every kind. */
export const TOY: GeneratorInfo = {
  name: "toy-v1",
  version: "1",
  params: [
    param("scene", "str", "GYM", { choices: ["GYM", "BEDROOM"] }),
    param("label", "str", "none"),
    param("num_reps", "int", 1, { min: 1, max: 20 }),
    param("frame_rate", "int", 24, { choices: [6, 12, 24] }),
    param("camera_distance", "float", 3, { min: 1, max: 5.25 }),
    param("add_socks", "bool", false),
    param("state", "uuid", null),
  ],
  options: { preview: true },
};

/** A generator with the two parameters that a rule of the server is about. */
export const TRIMMED: GeneratorInfo = {
  name: "trimmed-v1",
  version: "1",
  params: ["trim_start_frac", "trim_end_frac"].map((name) => param(name, "float", 0, { min: 0, max: 0.9 })),
  options: { preview: false },
};

/** The parameter space of {@link TOY}. */
export const TOY_SPACE: ParameterSpace = new ParameterSpace(TOY);
