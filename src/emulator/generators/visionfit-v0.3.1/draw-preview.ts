import { JOINTS, jointIndex } from "../../body/joints.ts";
import { thickness } from "../../body/thickness.ts";
import type { Color } from "../../drawing/color.ts";
import { encodePng } from "../../drawing/encode-png.ts";
import { fillCapsule } from "../../drawing/fill-capsule.ts";
import { makeRaster } from "../../drawing/raster.ts";
import { project } from "../../geometry/camera.ts";
import { dumbbells } from "./body-balls.ts";
import type { Take } from "./take.ts";

/** Drawn limbs are this much thinner than real ones, so that they stay apart. */
const SLIMNESS = 0.6;

const HEAD = jointIndex("head");

function shaded(color: Color, brightness: number): Color {
  const [red = 0, green = 0, blue = 0] = color.map((part) => Math.round(part * brightness));
  return [red, green, blue];
}

/** Draws the first frame as a stick figure on a plain background, which is brighter with more light. */
export function drawPreview(
  take: Take,
  { exercise, lightingPower }: { exercise: string; lightingPower: number },
): Uint8Array {
  const { camera } = take;
  const raster = makeRaster(camera);
  const pose = take.poseAt(0);
  const seen = pose.positions.map((position) => project(camera, position));
  JOINTS.forEach(({ name, parent }, i) => {
    const [from, to] = [seen[parent], seen[i]];
    if (!from || !to || Math.min(from.depth, to.depth) < 0.1) return;
    const radius = (SLIMNESS * camera.focalLengthPx * thickness(name)) / to.depth;
    const palette = i === HEAD ? 3 : name.startsWith("left_") ? 2 : 1;
    fillCapsule(raster, { from: [from.x, from.y], to: [to.x, to.y], radius }, palette);
  });
  for (const [one, other] of dumbbells(pose, exercise)) {
    if (!one || !other) continue;
    const [from, to] = [project(camera, one.center), project(camera, other.center)];
    if (Math.min(from.depth, to.depth) < 0.1) continue;
    const radius = (camera.focalLengthPx * one.radius) / to.depth;
    fillCapsule(raster, { from: [from.x, from.y], to: [to.x, to.y], radius }, 4);
  }
  const brightness = 0.35 + 0.65 * (1 - Math.exp(-lightingPower / 150));
  const colors: readonly Color[] = [
    [222, 226, 230],
    [52, 88, 140],
    [90, 140, 200],
    [214, 160, 120],
    [60, 60, 60],
  ];
  return encodePng(
    raster,
    colors.map((color) => shaded(color, brightness)),
  );
}
