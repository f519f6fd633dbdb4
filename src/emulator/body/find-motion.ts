import { mirrorMotion } from "./mirror-motion.ts";
import type { Motion } from "./motion.ts";
import { MOTIONS } from "./motion-table.ts";

/**
 * The motion of an exercise, by its name without equipment in the hands and side. Exercises that end in
 * `-RIGHT` are the mirror image of the table's, which are done with the left side.
 *
 * @throws RangeError for an exercise that the table does not have.
 */
export function findMotion(exercise: string): Motion {
  const name = exercise.replace(/-(LEFT|RIGHT)$/, "").replace(/-DUMBBELL$/, "");
  const motion = MOTIONS[name];
  if (!motion) throw new RangeError(`Cannot animate exercise "${exercise}": its motion is not known`);
  return exercise.endsWith("-RIGHT") ? mirrorMotion(motion) : motion;
}
