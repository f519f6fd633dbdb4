import type { JobParams } from "../../../api/wire-types.ts";
import type { Color } from "../../drawing/color.ts";
import { radians } from "../../geometry/radians.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { materialIndex } from "../../scene/materials.ts";
import type { PaintedBox } from "../../scene/paint-box.ts";
import type { Placement, Room } from "../../scene/room.ts";

/** What hangs on the wall looks like, by its type: mirrors brighter than posters, posters than paintings. */
const COLORS: Readonly<Record<string, Color>> = {
  PAINTING: [58, 50, 66],
  POSTER: [122, 92, 70],
  MIRROR: [240, 244, 248],
};

/** Hangs a picture on the wall behind the avatar where the parameters want one. */
export function wallArt(
  params: JobParams,
  { room, placement, randomness }: { room: Room; placement: Placement; randomness: string },
): { boxes: PaintedBox[]; color: Color } {
  const color = COLORS[String(params.wall_art_type)] ?? [128, 128, 128];
  if (params.add_wall_art !== true) return { boxes: [], color };
  const random = makeRandom(randomness, "wall art");
  const { center, half } = room.shell;
  const { spot, yawDeg } = placement;
  const [cos, sin] = [Math.cos(radians(yawDeg)), Math.sin(radians(yawDeg))];
  // The shell's middle lies on the line from the camera through the spot.
  const toMiddle = (center[1] - spot[1]) * cos - (center[0] - spot[0]) * sin;
  const [x, y] = [uniform(random, [-0.5, 0.5]), toMiddle + half[1]];
  const art = materialIndex("art");
  const box: PaintedBox = {
    center: [spot[0] + x * cos - y * sin, spot[1] + x * sin + y * cos, uniform(random, [1.4, 1.8])],
    half: [uniform(random, [0.6, 0.8]), 0.03, uniform(random, [0.45, 0.6])],
    yawDeg,
    faces: [
      [art, art],
      [art, art],
      [art, art],
    ],
  };
  return { boxes: [box], color };
}
