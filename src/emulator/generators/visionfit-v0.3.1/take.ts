import type { JobParams } from "../../../api/wire-types.ts";
import { type BodyShape, bodyShape } from "../../body/body-shape.ts";
import { findMotion } from "../../body/find-motion.ts";
import { makeKinematicNoise } from "../../body/kinematic-noise.ts";
import type { Motion } from "../../body/motion.ts";
import { motionAngles } from "../../body/motion-angles.ts";
import { type BodyPose, poseBody } from "../../body/pose-body.ts";
import { frameCount, makeRepTimeline } from "../../body/rep-timeline.ts";
import { type Camera, makeCamera } from "../../geometry/camera.ts";
import { radians } from "../../geometry/radians.ts";
import type { Vec3 } from "../../geometry/vec3.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { readParams } from "../read-params.ts";
import { repSettings } from "../rep-settings.ts";

const FOCAL_LENGTH_MM = 28;

/** Everything that a video shows, before it is cut into labels and pictures. */
export interface Take {
  camera: Camera;
  frames: number;
  avatarLocation: Vec3;
  avatarYawDeg: number;
  shape: BodyShape;
  /** Completed repetitions at a frame, with the fraction of the current one. */
  repCountAt(frame: number): number;
  poseAt(frame: number): BodyPose;
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

/** Plays a job: parameters say what happens, the hidden randomness where in the scene and how exactly. */
export function makeTake(params: JobParams, randomness: string): Take {
  const read = readParams(params);
  const motion = findMotion(read.string("exercise"));
  const timeline = makeRepTimeline(repSettings(params), makeRandom(randomness, "speed"));
  const frames = frameCount(timeline.duration, read.number("frame_rate"));
  const sway = makeKinematicNoise(makeRandom(randomness, "sway"), read.number("kinematic_noise_factor"));
  const shape = bodyShape({
    gender: read.string("gender"),
    relativeHeight: read.number("relative_height"),
    relativeWeight: read.number("relative_weight"),
  });

  const placement = makeRandom(randomness, "placement", read.string("scene"));
  const sceneYawDeg = uniform(placement, [-180, 180]);
  const spot: Vec3 = [uniform(placement, [-1.5, 1.5]), uniform(placement, [-1.5, 1.5]), 0];
  const avatarLocation: Vec3 = [
    spot[0] + uniform(placement, [-0.1, 0.1]),
    spot[1] + uniform(placement, [-0.1, 0.1]),
    0,
  ];
  const avatarYawDeg =
    sceneYawDeg + 180 + read.number("relative_avatar_angle_deg") + uniform(placement, [-4, 4]);

  const distance = read.number("camera_distance");
  const cameraHeight = read.number("camera_height");
  const ahead = radians(sceneYawDeg);
  const lookDown = Math.atan2(cameraHeight - middleHeight(motion, shape), distance);
  const camera = makeCamera({
    location: [spot[0] + distance * Math.sin(ahead), spot[1] - distance * Math.cos(ahead), cameraHeight],
    pitchDeg: 90 - (lookDown * 180) / Math.PI + read.number("relative_camera_pitch_deg"),
    yawDeg: sceneYawDeg + read.number("relative_camera_yaw_deg"),
    focalLengthMm: FOCAL_LENGTH_MM,
    width: read.number("image_width"),
    height: read.number("image_height"),
  });

  const shareAt = (frame: number): number => (frames > 1 ? frame / (frames - 1) : 0);
  const repCountAt = (frame: number): number => timeline.repCountAt(shareAt(frame));
  function poseAt(frame: number): BodyPose {
    const angles = motionAngles(motion, repCountAt(frame), sway(shareAt(frame) * timeline.duration));
    return poseBody(angles, { shape, location: avatarLocation, yawDeg: avatarYawDeg });
  }
  return { camera, frames, avatarLocation, avatarYawDeg, shape, repCountAt, poseAt };
}
