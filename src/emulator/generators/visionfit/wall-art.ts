import type { JobParams } from "../../../api/wire-types.ts";
import type { Color } from "../../drawing/color.ts";
import { makeRandom } from "../../random/make-random.ts";
import { uniform } from "../../random/uniform.ts";
import { allFaces } from "../../scene/all-faces.ts";
import type { PaintedBox } from "../../scene/paint-box.ts";
import { type Placement, toWorld } from "../../scene/placement.ts";
import type { Room } from "../../scene/room.ts";

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
  const x = uniform(random, [-0.5, 0.5]);
  const box: PaintedBox = {
    center: toWorld(placement, [x, room.back, uniform(random, [1.4, 1.8])]),
    half: [uniform(random, [0.6, 0.8]), 0.03, uniform(random, [0.45, 0.6])],
    yawDeg: placement.yawDeg,
    faces: allFaces("art"),
  };
  return { boxes: [box], color };
}
