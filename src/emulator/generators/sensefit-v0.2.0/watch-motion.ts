import type { JobParams } from "../../../api/wire-types.ts";
import { animateBody } from "../../body/animate-body.ts";
import { type BodyShape, bodyShape } from "../../body/body-shape.ts";
import { findMotion } from "../../body/find-motion.ts";
import { makeKinematicNoise } from "../../body/kinematic-noise.ts";
import { frameCount, makeRepTimeline } from "../../body/rep-timeline.ts";
import { compose, fromEulerDegrees, type Quaternion } from "../../geometry/quaternion.ts";
import { makeRandom, type Random } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { readParams } from "../read-params.ts";
import { repSettings } from "../rep-settings.ts";
import { forearmRotation } from "./forearm-rotation.ts";

/** How the watch is turned at each sample; it depends on the parameters alone. */
export interface WatchMotion {
  samples: number;
  /** Completed repetitions with the fraction of the current one; null for random motion. */
  repCountAt: ((sample: number) => number) | null;
  /** Rotation of the watch relative to a reference whose Z is vertical. */
  rotationAt(sample: number): Quaternion;
}

function randomRotation(random: Random): (time: number) => Quaternion {
  const waves = [0, 1, 2].map(() => ({
    start: uniform(random, [-180, 180]),
    size: uniform(random, [30, 120]),
    frequency: uniform(random, [0.1, 0.5]),
    phase: uniform(random, [0, 2 * Math.PI]),
  }));
  return (time) => {
    const [x = 0, y = 0, z = 0] = waves.map(
      ({ start, size, frequency, phase }) => start + size * Math.sin(2 * Math.PI * frequency * time + phase),
    );
    return fromEulerDegrees([x, y, z]);
  };
}

/** How the watch sits on the wrist: turned about the forearm, its crown to one hand's side or the other. */
function wornRotation(params: JobParams): Quaternion {
  const read = readParams(params);
  const isLeft = read.string("watch_location") === "LEFT";
  // The watch's face (its z axis) points away from the body's side, its x axis runs along the forearm.
  const face = fromEulerDegrees([0, isLeft ? -90 : 90, 0]);
  const crown = fromEulerDegrees([0, 0, read.string("crown_orientation") === "LEFT" ? 180 : 0]);
  const offset = fromEulerDegrees([0, 0, read.number("wrist_offset_deg")]);
  return compose(offset, compose(face, crown));
}

/** The body that wears the watch: the mean one, or any where the shape is random. */
function watchedShape(params: JobParams): BodyShape {
  const read = readParams(params);
  const varied = read.boolean("randomize_body_shape");
  const random = makeRandom("sensefit body", read.number("random_seed"));
  const deviation = (): number => (varied ? uniform(random, [-2, 2]) : 0);
  return bodyShape({ gender: "MALE", relativeHeight: deviation(), relativeWeight: deviation() });
}

function timelineOf(params: JobParams): ReturnType<typeof makeRepTimeline> {
  const seed = readParams(params).number("random_seed");
  return makeRepTimeline(repSettings(params), makeRandom("sensefit speed", seed));
}

/** Rows of a sensefit job's table. */
export function countSamples(params: JobParams): number {
  const read = readParams(params);
  if (read.boolean("use_random_motion")) return read.number("num_random_frames");
  return frameCount(timelineOf(params).duration, read.number("frames_per_second"));
}

/** Works out the watch's rotation at every sample. */
export function makeWatchMotion(params: JobParams): WatchMotion {
  const read = readParams(params);
  const seed = read.number("random_seed");
  const samples = countSamples(params);
  const rate = read.number("frames_per_second");
  const worn = wornRotation(params);
  const reference = fromEulerDegrees([0, 0, (read.number("ref_xy_rotation") * 180) / Math.PI]);
  if (read.boolean("use_random_motion")) {
    const rotation = randomRotation(makeRandom("sensefit random motion", seed));
    const rotationAt = (sample: number): Quaternion =>
      compose(reference, compose(rotation(sample / rate), worn));
    return { samples, repCountAt: null, rotationAt };
  }
  const timeline = timelineOf(params);
  const sway = makeKinematicNoise(makeRandom("sensefit sway", seed), read.number("kinematic_noise_factor"));
  const animate = animateBody(findMotion(read.string("exercise")), {
    shape: watchedShape(params),
    location: [0, 0, 0],
    yawDeg: 0,
  });
  const side = read.string("watch_location").toLowerCase();
  const shareAt = (sample: number): number => (samples > 1 ? sample / (samples - 1) : 0);
  const repCountAt = (sample: number): number => timeline.repCountAt(shareAt(sample));
  function rotationAt(sample: number): Quaternion {
    const pose = animate(repCountAt(sample), sway(timeline.start + sample / rate));
    return compose(reference, compose(forearmRotation(pose, side), worn));
  }
  return { samples, repCountAt, rotationAt };
}
