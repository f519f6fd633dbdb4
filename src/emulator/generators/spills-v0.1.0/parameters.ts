import type { GeneratorInfo } from "../../../api/wire-types.ts";
import { float, int, str } from "../param.ts";

/**
 * The parameter table of `spills-v0.1.0`.
 * Names, limits, choices and defaults are facts of the public API, as it listed them in a public tutorial.
 */
export const SPILLS_V010: GeneratorInfo = {
  name: "spills-v0.1.0",
  version: "0.1.0",
  params: [
    float("aspect_ratio", 2, { min: 1, max: 3 }),
    str("color", "TRANSPARENT", ["TRANSPARENT", "RED", "GREEN", "DARK_GREEN"]),
    float("depth", 1, { min: 1, max: 4 }),
    int("frame_rate", 24, { choices: [30, 24, 12, 8, 6] }),
    float("profile_irregularity", 0.5, { min: 0, max: 1 }),
    int("random_seed", 1, { min: 1, max: 2147483647 }),
    str("scene", "GROCERY_0001", [
      "GROCERY_0001",
      "GROCERY_0002",
      "GROCERY_0003",
      "GROCERY_0004",
      "STORE_0001",
      "STORE_0002",
      "STORE_0003",
      "STORE_0004",
      "WAREHOUSE_0001",
      "WAREHOUSE_0002",
      "WAREHOUSE_0003",
      "WAREHOUSE_0004",
      "HOSPITAL_0001",
      "HOSPITAL_0002",
      "HOSPITAL_0003",
    ]),
    float("size", 50, { min: 1, max: 100 }),
    float("video_duration", 3, { min: 1, max: 120 }),
  ],
  options: { preview: true },
};
