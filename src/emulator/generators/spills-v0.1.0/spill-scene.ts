import type { JobParams } from "../../../api/wire-types.ts";
import { frameCount } from "../../body/rep-timeline.ts";
import { type Camera, makeCamera, project } from "../../geometry/camera.ts";
import { clipToFrame } from "../../geometry/clip-to-frame.ts";
import type { Point } from "../../geometry/point.ts";
import { radians } from "../../geometry/radians.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { readParams } from "../read-params.ts";

/** What a spill video shows; it depends on the parameters alone. */
export interface SpillScene {
  camera: Camera;
  frames: number;
  /** The visible floor. */
  floor: Point[];
  /** The spill's outline inside the frame; empty in the first frame or two. */
  spillAt(frame: number): Point[];
}

const WIDTH = 960;
const HEIGHT = 625;
const CORNERS = 48;
const WAVES = 6;

/** Frames of a spill job. */
export function countSpillFrames(params: JobParams): number {
  const read = readParams(params);
  return frameCount(read.number("video_duration"), read.number("frame_rate"));
}

/** Distances from the centre to the rim at equal angles, 1 on average. */
function makeProfile(seed: string | number, irregularity: number): number[] {
  const random = makeRandom("spill profile", seed);
  const waves = Array.from({ length: WAVES }, (_, i) => ({
    size: uniform(random, [0.3, 1]) / (i + 2),
    phase: uniform(random, [0, 2 * Math.PI]),
  }));
  // The waves together stay below 1, so that the rim never crosses the centre.
  const total = waves.reduce((sum, { size }) => sum + size, 0);
  return Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / CORNERS;
    const bumps = waves.map(({ size, phase }, i) => size * Math.cos((i + 2) * angle + phase));
    return 1 + (0.8 * irregularity * bumps.reduce((sum, bump) => sum + bump, 0)) / total;
  });
}

/** Sets up the floor, the still camera of the scene and the growing spill. */
export function makeSpillScene(params: JobParams): SpillScene {
  const read = readParams(params);
  const room = makeRandom("spill scene", read.string("scene"));
  const cameraHeight = uniform(room, [2.2, 3.2]);
  const pitchDeg = uniform(room, [50, 62]);
  const camera = makeCamera({
    location: [0, 0, cameraHeight],
    pitchDeg,
    yawDeg: 0,
    focalLengthMm: 28,
    width: WIDTH,
    height: HEIGHT,
  });
  const onScreen = (x: number, y: number): Point => {
    const seen = project(camera, [x, y, 0]);
    return [seen.x, seen.y];
  };
  const [left, right, far] = [uniform(room, [-4, -2]), uniform(room, [2, 4]), uniform(room, [5.5, 9])];
  const corners = [onScreen(left, 0), onScreen(left, far), onScreen(right, far), onScreen(right, 0)];

  const frames = countSpillFrames(params);
  const seed = read.number("random_seed");
  const profile = makeProfile(seed, read.number("profile_irregularity"));
  const place = makeRandom("spill place", seed);
  const firstVisible = place() < 0.5 ? 1 : 2;
  const centerX = uniform(place, [-0.5, 0.5]);
  const centerY = cameraHeight * Math.tan(radians(pitchDeg)) + uniform(place, [-0.4, 0.4]);
  const direction = uniform(place, [0, Math.PI]);
  // A deeper puddle of the same size setting spreads less.
  const radius = (0.08 + 0.0092 * read.number("size")) / read.number("depth") ** (1 / 3);
  const stretch = Math.sqrt(read.number("aspect_ratio"));

  function spillAt(frame: number): Point[] {
    if (frame < firstVisible) return [];
    const grown = radius * Math.sqrt((frame - firstVisible + 1) / (frames - firstVisible));
    const outline = profile.map((distance, corner) => {
      const angle = (2 * Math.PI * corner) / CORNERS;
      const along = grown * distance * stretch * Math.cos(angle);
      const across = ((grown * distance) / stretch) * Math.sin(angle);
      return onScreen(
        centerX + along * Math.cos(direction) - across * Math.sin(direction),
        centerY + along * Math.sin(direction) + across * Math.cos(direction),
      );
    });
    return clipToFrame(outline, camera);
  }
  return { camera, frames, floor: clipToFrame(corners, camera), spillAt };
}
