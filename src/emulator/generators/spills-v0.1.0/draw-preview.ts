import type { JobParams } from "../../../api/wire-types.ts";
import type { Color } from "../../drawing/color.ts";
import { BACKGROUND } from "../label-file.ts";
import { readParams } from "../read-params.ts";
import { drawRoom } from "./draw-room.ts";
import { makePicture } from "./picture.ts";
import { shade } from "./shade.ts";
import type { SpillScene } from "./spill-scene.ts";

const LIQUIDS: Readonly<Record<string, Color>> = {
  TRANSPARENT: [176, 194, 208],
  RED: [176, 32, 40],
  GREEN: [72, 160, 72],
  DARK_GREEN: [24, 84, 44],
};

/** Shares of the outline and the brightness of what is within: a dark rim, the liquid, its sheen. */
const LAYERS: readonly (readonly [scale: number, brightness: number])[] = [
  [1, 0.72],
  [0.95, 1],
  [0.6, 1.12],
];

/** Draws the last frame, where the spill is largest. */
export function drawSpillPreview(scene: SpillScene, params: JobParams): Uint8Array {
  const read = readParams(params);
  const picture = makePicture(scene.room.camera);
  drawRoom(picture, scene.room, read.string("scene"));
  const liquid = LIQUIDS[read.string("color")] ?? BACKGROUND;
  for (const [scale, brightness] of LAYERS) {
    const rim = scene.rimAt(scene.frames - 1, scale);
    picture.fill(
      rim.map(([x, y]) => [x, y, 0]),
      shade(liquid, brightness),
    );
  }
  return picture.encode();
}
