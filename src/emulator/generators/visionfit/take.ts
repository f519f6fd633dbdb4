import type { JobParams } from "../../../api/wire-types.ts";
import { animateBody } from "../../body/animate-body.ts";
import { type BodyShape, bodyShape } from "../../body/body-shape.ts";
import { findMotion } from "../../body/find-motion.ts";
import { barbell, dumbbells } from "../../body/held-weights.ts";
import { makeKinematicNoise } from "../../body/kinematic-noise.ts";
import type { Motion } from "../../body/motion.ts";
import { motionAngles } from "../../body/motion-angles.ts";
import { type Attire, personSolid } from "../../body/person-solid.ts";
import { type BodyPose, poseBody } from "../../body/pose-body.ts";
import { frameCount, makeRepTimeline } from "../../body/rep-timeline.ts";
import { type Camera, makeCamera } from "../../geometry/camera.ts";
import { radians } from "../../geometry/radians.ts";
import type { Vec3 } from "../../geometry/vec3.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import type { Placement } from "../../scene/placement.ts";
import type { Solid } from "../../scene/solid.ts";
import { readParams } from "../read-params.ts";
import { repSettings } from "../rep-settings.ts";

const FOCAL_LENGTH_MM = 28;

/** Everything that moves before the camera, before it is cut into labels and pictures. */
export interface Take {
  camera: Camera;
  frames: number;
  /** Where the room is about the avatar. */
  placement: Placement;
  avatarLocation: Vec3;
  avatarYawDeg: number;
  shape: BodyShape;
  /** Completed repetitions at a frame, with the fraction of the current one. */
  repCountAt(frame: number): number;
  poseAt(frame: number): BodyPose;
  /** The undisturbed pose at a count of repetitions. */
  poseAtRep(repCount: number): BodyPose;
  /** The person, then the dumbbells; and what labels do not list. */
  solidsOf(pose: BodyPose, attire: Attire): { labelled: Solid[]; other: Solid };
}

/** Half-way between the lowest and the highest joint, on average over a repetition. */
function middleHeight(motion: Motion, shape: BodyShape): number {
  const heights = [0, 0.5].map((repCount) => {
    const pose = poseBody(motionAngles(motion, repCount), { shape, location: [0, 0, 0], yawDeg: 0 });
    const zs = pose.positions.map(([, , z]) => z);
    return (Math.min(...zs) + Math.max(...zs)) / 2;
  });
  return ((heights[0] ?? 0) + (heights[1] ?? 0)) / 2;
}

/** Counts the frames of a job: its clip's duration times its frame rate. */
export function countTakeFrames(params: JobParams, randomness: string): number {
  const timeline = makeRepTimeline(repSettings(params), makeRandom(randomness, "speed"));
  return frameCount(timeline.duration, readParams(params).number("frame_rate"));
}

function shapeOf(params: JobParams): BodyShape {
  const read = readParams(params);
  return bodyShape({
    gender: read.string("gender"),
    relativeHeight: read.number("relative_height"),
    relativeWeight: read.number("relative_weight"),
  });
}

/**
 * Plays a job: parameters say what happens, the hidden randomness where in the scene and how exactly.
 *
 * @param basis - The parameters of the first job that this one re-runs, at whose avatar the camera aims.
 */
export function makeTake(
  params: JobParams,
  { randomness, basis }: { randomness: string; basis: JobParams },
): Take {
  const read = readParams(params);
  const exercise = read.string("exercise");
  const motion = findMotion(exercise);
  const timeline = makeRepTimeline(repSettings(params), makeRandom(randomness, "speed"));
  const frames = frameCount(timeline.duration, read.number("frame_rate"));
  const sway = makeKinematicNoise(makeRandom(randomness, "sway"), read.number("kinematic_noise_factor"));
  const shape = shapeOf(params);

  const random = makeRandom(randomness, "placement", read.string("scene"));
  const yawDeg = uniform(random, [-180, 180]);
  const spot: Vec3 = [uniform(random, [-1.5, 1.5]), uniform(random, [-1.5, 1.5]), 0];
  const avatarLocation: Vec3 = [
    spot[0] + uniform(random, [-0.1, 0.1]),
    spot[1] + uniform(random, [-0.1, 0.1]),
    0,
  ];
  const avatarYawDeg = yawDeg + 180 + read.number("relative_avatar_angle_deg") + uniform(random, [-4, 4]);

  const distance = read.number("camera_distance");
  const cameraHeight = read.number("camera_height");
  const ahead = radians(yawDeg);
  const aim = middleHeight(findMotion(readParams(basis).string("exercise")), shapeOf(basis));
  const lookDown = Math.atan2(cameraHeight - aim, distance);
  const camera = makeCamera({
    location: [spot[0] + distance * Math.sin(ahead), spot[1] - distance * Math.cos(ahead), cameraHeight],
    pitchDeg: 90 - (lookDown * 180) / Math.PI + read.number("relative_camera_pitch_deg"),
    yawDeg: yawDeg + read.number("relative_camera_yaw_deg"),
    focalLengthMm: FOCAL_LENGTH_MM,
    width: read.number("image_width"),
    height: read.number("image_height"),
  });

  const shareAt = (frame: number): number => (frames > 1 ? frame / (frames - 1) : 0);
  const repCountAt = (frame: number): number => timeline.repCountAt(shareAt(frame));
  const animate = animateBody(motion, { shape, location: avatarLocation, yawDeg: avatarYawDeg });
  return {
    camera,
    frames,
    placement: { spot, yawDeg },
    avatarLocation,
    avatarYawDeg,
    shape,
    repCountAt,
    poseAt: (frame) => animate(repCountAt(frame), sway(timeline.start + shareAt(frame) * timeline.duration)),
    poseAtRep: animate,
    solidsOf: (pose, attire) => ({
      labelled: [personSolid(pose, { shape, attire }), ...dumbbells(pose, exercise)],
      other: barbell(pose, exercise),
    }),
  };
}
