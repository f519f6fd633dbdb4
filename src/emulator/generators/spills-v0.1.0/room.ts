import { type Camera, makeCamera } from "../../geometry/camera.ts";
import { radians } from "../../geometry/radians.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";

/** The empty room of a scene, in metres; the camera stands above the origin and looks along +Y. */
export interface Room {
  camera: Camera;
  /** How far ahead of the camera the middle of its picture is on the floor. */
  middle: number;
  /** Where the side walls are. */
  left: number;
  right: number;
  /** Where the floor ends: the fronts of the shelves, which stand along the whole back wall. */
  back: number;
}

const FOCAL_LENGTH_MM = 28;
const WIDTH = 960;
const HEIGHT = 625;

/** Sets up the room of a scene: the same one whenever the scene is the same. */
export function makeRoom(scene: string): Room {
  const random = makeRandom("spill scene", scene);
  const cameraHeight = uniform(random, [2.8, 3.4]);
  const pitchDeg = uniform(random, [53, 59]);
  const middle = cameraHeight * Math.tan(radians(pitchDeg));
  return {
    camera: makeCamera({
      location: [0, 0, cameraHeight],
      pitchDeg,
      yawDeg: 0,
      focalLengthMm: FOCAL_LENGTH_MM,
      width: WIDTH,
      height: HEIGHT,
    }),
    middle,
    left: uniform(random, [-5, -4]),
    right: uniform(random, [4, 5]),
    back: middle + uniform(random, [3.6, 4.4]),
  };
}
