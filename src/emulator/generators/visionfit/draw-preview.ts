import { encodePng } from "../../drawing/encode-png.ts";
import { makeCamera } from "../../geometry/camera.ts";
import { makeStage } from "../../scene/stage.ts";
import type { Film } from "./film.ts";

/** How bright surfaces are that face the camera edge on, of those that face it. */
const EDGE_ON = 0.55;

/**
 * Draws the first frame in colour.
 *
 * @param samples - Each pixel is the mean of so many by so many, which makes edges smooth.
 */
export function drawPreview({ take, room, stage, look, materials }: Film, samples: number): Uint8Array {
  const { width, height } = take.camera;
  const { labelled, other } = take.solidsOf(take.poseAt(0), look.attire);
  const props = [...labelled, other].map((solid, i) => ({ solid, instance: i + 1 }));
  const camera = makeCamera({ ...take.camera, width: width * samples, height: height * samples });
  const { material, facing } = (samples === 1 ? stage : makeStage(room, camera)).shoot(props);
  const pixels = new Uint8Array(3 * width * height);
  const sums = new Float64Array(3 * width);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    for (let line = row * samples; line < (row + 1) * samples; line++) {
      for (let column = 0; column < width * samples; column++) {
        const at = line * width * samples + column;
        const color = materials[material[at] ?? 0]?.color ?? [0, 0, 0];
        const shade = EDGE_ON + ((1 - EDGE_ON) * (facing[at] ?? 0)) / 255;
        const to = 3 * Math.floor(column / samples);
        for (let part = 0; part < 3; part++) {
          sums[to + part] = (sums[to + part] ?? 0) + shade * (color[part] ?? 0);
        }
      }
    }
    for (let i = 0; i < sums.length; i++) {
      pixels[row * 3 * width + i] = Math.round((sums[i] ?? 0) / samples ** 2);
    }
  }
  return encodePng({ width, height, pixels });
}
