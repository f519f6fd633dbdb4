import { FLOOR_MOTIONS } from "./floor-motions.ts";
import type { Motion } from "./motion.ts";
import { STANDING_MOTIONS } from "./standing-motions.ts";

/**
 * The motion of every exercise, by its name without dumbbell and side; what is done with one side is given for
 * the left. Simple shapes of our own.
 */
export const MOTIONS: Readonly<Record<string, Motion>> = { ...FLOOR_MOTIONS, ...STANDING_MOTIONS };
