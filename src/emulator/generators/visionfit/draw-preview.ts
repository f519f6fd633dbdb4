import type { Color } from "../../drawing/color.ts";
import { encodePng } from "../../drawing/encode-png.ts";
import { makeCamera } from "../../geometry/camera.ts";
import type { Layer } from "../../scene/layer.ts";
import type { LitMaterial } from "../../scene/lighting.ts";
import { makeStage } from "../../scene/stage.ts";
import type { Film } from "./film.ts";

/** How bright surfaces are that get the least light, of those that get all. */
const DIMMEST = 0.55;

/** Shades of each material: with 16 materials, as many colours as a palette holds. */
const SHADES = 16;

function palette(materials: readonly LitMaterial[]): Color[] {
  return materials.flatMap(({ color: [red, green, blue] }) =>
    Array.from({ length: SHADES }, (_, step): Color => {
      const light = DIMMEST + ((1 - DIMMEST) * step) / (SHADES - 1);
      return [Math.round(light * red), Math.round(light * green), Math.round(light * blue)];
    }),
  );
}

/** The colour of each pixel as its place in the palette. */
function paletteIndices({ material, shade }: Layer): Uint8Array {
  return material.map((index, at) => SHADES * index + Math.floor(((shade[at] ?? 0) * SHADES) / 256));
}

/** The colours of blocks of pixels, red, green and blue for each. */
function averageBlocks(
  indices: Uint8Array,
  { width, samples, colors }: { width: number; samples: number; colors: readonly Color[] },
): Uint8Array {
  const sums = new Float64Array((3 * indices.length) / samples ** 2);
  indices.forEach((index, at) => {
    const row = Math.floor(at / (width * samples) / samples);
    const column = Math.floor((at % (width * samples)) / samples);
    const to = 3 * (row * width + column);
    colors[index]?.forEach((part, i) => {
      sums[to + i] = (sums[to + i] ?? 0) + part;
    });
  });
  return Uint8Array.from(sums, (sum) => Math.round(sum / samples ** 2));
}

/**
 * Draws the first frame in colour.
 *
 * @param samples - Each pixel is the mean of so many by so many, which makes edges smooth.
 */
export function drawPreview({ take, room, stage, look, materials }: Film, samples: number): Uint8Array {
  const { width, height } = take.camera;
  const { labelled, other } = take.solidsOf(take.poseAt(0), look.attire);
  const props = [...labelled, other].map((solid, i) => ({ solid, instance: i + 1 }));
  const colors = palette(materials);
  if (samples === 1) return encodePng({ width, height, pixels: paletteIndices(stage.shoot(props)) }, colors);
  const camera = makeCamera({ ...take.camera, width: width * samples, height: height * samples });
  const indices = paletteIndices(makeStage(room, camera).shoot(props));
  return encodePng({ width, height, pixels: averageBlocks(indices, { width, samples, colors }) });
}
