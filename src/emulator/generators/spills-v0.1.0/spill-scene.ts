import type { JobParams } from "../../../api/wire-types.ts";
import { frameCount } from "../../body/rep-timeline.ts";
import { project } from "../../geometry/camera.ts";
import { clipToFrame } from "../../geometry/clip-to-frame.ts";
import type { Point } from "../../geometry/point.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { readParams } from "../read-params.ts";
import { rimProfile } from "./rim-profile.ts";
import { makeRoom, type Room } from "./room.ts";

/** What a spill video shows; it depends on the parameters alone. */
export interface SpillScene {
  room: Room;
  frames: number;
  /** Outline of the visible floor in the image. */
  floor: Point[];
  /**
   * Corners of the spill's outline on the floor, in metres; empty in the first frame or two.
   * A scale other than 1 gives a smaller or larger copy about its centre.
   */
  rimAt(frame: number, scale?: number): Point[];
  /** The spill's outline in the image. */
  spillAt(frame: number): Point[];
}

/** Frames of a spill job. */
export function countSpillFrames(params: JobParams): number {
  const read = readParams(params);
  return frameCount(read.number("video_duration"), read.number("frame_rate"));
}

/** The radius in metres of a round spill at the end: the same liquid twice as deep covers half the floor. */
function finalRadius(size: number, depth: number): number {
  return (0.08 + 0.0092 * size) / Math.sqrt(depth);
}

/** Sets up the scene's room and the spill, whose area on the floor grows by the same amount every frame. */
export function makeSpillScene(params: JobParams): SpillScene {
  const read = readParams(params);
  const room = makeRoom(read.string("scene"));
  const { camera, left, right, back } = room;
  function inImage(points: readonly Point[]): Point[] {
    const seen = points.map(([x, y]): Point => {
      const { x: column, y: row } = project(camera, [x, y, 0]);
      return [column, row];
    });
    return clipToFrame(seen, camera);
  }

  const frames = countSpillFrames(params);
  const seed = read.number("random_seed");
  const profile = rimProfile(seed, read.number("profile_irregularity"));
  const place = makeRandom("spill place", seed);
  const firstVisible = place() < 0.5 ? 1 : 2;
  const center: Point = [uniform(place, [-0.5, 0.5]), room.middle + uniform(place, [-0.4, 0.4])];
  const direction = uniform(place, [0, Math.PI]);
  const [cosine, sine] = [Math.cos(direction), Math.sin(direction)];
  const radius = finalRadius(read.number("size"), read.number("depth"));
  const stretch = Math.sqrt(read.number("aspect_ratio"));

  function rimAt(frame: number, scale = 1): Point[] {
    if (frame < firstVisible) return [];
    const grown = scale * radius * Math.sqrt((frame - firstVisible + 1) / (frames - firstVisible));
    return profile.map(([x, y]) => {
      const [along, across] = [grown * x * stretch, (grown * y) / stretch];
      return [center[0] + along * cosine - across * sine, center[1] + along * sine + across * cosine];
    });
  }
  return {
    room,
    frames,
    floor: inImage([
      [left, 0],
      [left, back],
      [right, back],
      [right, 0],
    ]),
    rimAt,
    spillAt: (frame) => inImage(rimAt(frame)),
  };
}
