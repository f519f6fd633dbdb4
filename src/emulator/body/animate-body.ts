import { add, subtract, type Vec3 } from "../geometry/vec3.ts";
import { addAngles } from "./add-angles.ts";
import type { BodyShape } from "./body-shape.ts";
import { bothSides } from "./both-sides.ts";
import { jointIndex } from "./joints.ts";
import { keyBefore } from "./key-before.ts";
import type { KeyPose, Motion, PoseAngles } from "./motion.ts";
import { motionAngles } from "./motion-angles.ts";
import { type BodyPose, type PoseBodyOptions, poseBody } from "./pose-body.ts";

/** Degrees that arms are held further from the trunk of a body of twice the girth. */
const CLEAR_DEG = 25;

/** How stouter bodies hold their arms, which would be inside the trunk otherwise. */
function armsClear({ girth }: BodyShape): PoseAngles {
  return bothSides({ shoulder: [0, CLEAR_DEG * (girth - 1), 0] });
}

/** Where some joints are on the floor plane, on average. */
function groundOf({ positions }: BodyPose, joints: readonly string[]): Vec3 {
  let [x, y] = [0, 0];
  for (const joint of joints) {
    const position = positions[jointIndex(joint)] ?? [0, 0, 0];
    x += position[0] / joints.length;
    y += position[1] / joints.length;
  }
  return [x, y, 0];
}

/** Where the planted joints of each key pose are to stay, so that none of them slides on the floor. */
function plantedPlaces(keys: readonly KeyPose[], poseOf: (angles: PoseAngles) => BodyPose): Vec3[] {
  let shift: Vec3 = [0, 0, 0];
  return keys.map(({ angles, planted }, i) => {
    const place = add(groundOf(poseOf(angles), planted), shift);
    const next = keys[i + 1];
    if (next) shift = subtract(place, groundOf(poseOf(next.angles), planted));
    return place;
  });
}

/**
 * Plays a motion with one body: gives its pose at a repetition count. The pelvis is above the body's
 * location at whole counts; between them, the joints that carry the body stay where they are, on average.
 */
export function animateBody(
  motion: Motion,
  body: PoseBodyOptions,
): (repCount: number, sway?: PoseAngles) => BodyPose {
  const clear = armsClear(body.shape);
  const poseOf = (angles: PoseAngles): BodyPose => poseBody(addAngles(angles, clear), body);
  const places = motion.repetitions.map((keys) => plantedPlaces(keys, poseOf));
  return (repCount, sway) => {
    const { repetition, keys, index } = keyBefore(motion, repCount);
    const steady = poseOf(motionAngles(motion, repCount));
    const place = places[repetition]?.[index] ?? [0, 0, 0];
    const shift = subtract(place, groundOf(steady, keys[index]?.planted ?? ["pelvis"]));
    const pose = sway ? poseOf(motionAngles(motion, repCount, sway)) : steady;
    return { ...pose, positions: pose.positions.map((position) => add(position, shift)) };
  };
}
