import { encodePng } from "../../drawing/encode-png.ts";
import { makeCamera } from "../../geometry/camera.ts";
import { makeStage } from "../../scene/stage.ts";
import type { Film } from "./film.ts";

/** How bright surfaces are that face the camera edge on, of those that face it. */
const EDGE_ON = 0.55;

/** Each pixel of the picture is the mean of so many by so many samples, which makes edges smooth. */
const SAMPLES = 2;

/** Draws the first frame in colour. */
export function drawPreview({ take, room, look, materials }: Film): Uint8Array {
  const { width, height } = take.camera;
  const { labelled, other } = take.solidsOf(take.poseAt(0), look.attire);
  const props = [...labelled, other].map((solid, i) => ({ solid, instance: i + 1 }));
  const camera = makeCamera({ ...take.camera, width: width * SAMPLES, height: height * SAMPLES });
  const { material, facing } = makeStage(room, camera).shoot(props);
  const pixels = new Uint8Array(3 * width * height);
  const sums = new Float64Array(3 * width);
  for (let row = 0; row < height; row++) {
    sums.fill(0);
    for (let line = row * SAMPLES; line < (row + 1) * SAMPLES; line++) {
      for (let column = 0; column < width * SAMPLES; column++) {
        const at = line * width * SAMPLES + column;
        const color = materials[material[at] ?? 0]?.color ?? [0, 0, 0];
        const shade = EDGE_ON + ((1 - EDGE_ON) * (facing[at] ?? 0)) / 255;
        const to = 3 * Math.floor(column / SAMPLES);
        for (let part = 0; part < 3; part++) {
          sums[to + part] = (sums[to + part] ?? 0) + shade * (color[part] ?? 0);
        }
      }
    }
    for (let i = 0; i < sums.length; i++) {
      pixels[row * 3 * width + i] = Math.round((sums[i] ?? 0) / SAMPLES ** 2);
    }
  }
  return encodePng({ width, height, pixels });
}
