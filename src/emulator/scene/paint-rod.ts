import { type Camera, type Projected, project } from "../geometry/camera.ts";
import { extendPainted, type Layer } from "./layer.ts";
import { materialIndex } from "./materials.ts";
import { NEAR } from "./paint-box.ts";
import type { Rod } from "./solid.ts";

/** A disc of this radius covers the centre of the pixel that its own centre is in. */
const LEAST_RADIUS_PX = Math.SQRT1_2 + 1e-6;

interface RodEnd extends Projected {
  radius: number;
  radiusPx: number;
}

interface RodEnds {
  a: RodEnd;
  b: RodEnd;
}

/** An end of the part of a rod that is before the camera, at a share of the rod's length. */
function rodEnd({ from, to, radii }: Rod, share: number, camera: Camera): RodEnd {
  const { x, y, depth } = project(camera, [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ]);
  const radius = radii[0] + share * (radii[1] - radii[0]);
  return {
    x,
    y,
    depth,
    radius,
    radiusPx: Math.max((camera.focalLengthPx * radius) / depth, LEAST_RADIUS_PX),
  };
}

/** The ends of the part of a rod that is before the camera; null where there is none. */
function visibleEnds(rod: Rod, camera: Camera): RodEnds | null {
  const a = rodEnd(rod, 0, camera);
  const b = rodEnd(rod, 1, camera);
  if (a.depth >= NEAR && b.depth >= NEAR) return { a, b };
  if (a.depth < NEAR && b.depth < NEAR) return null;
  const cut = rodEnd(rod, (NEAR - a.depth) / (b.depth - a.depth), camera);
  return a.depth < NEAR ? { a: cut, b } : { a, b: cut };
}

/** Paints what is between two ends of a rod: for each pixel, the surface over the nearest point of its axis in the image. */
function paintBetween(layer: Layer, { a, b }: RodEnds, material: number): void {
  const bounds = {
    left: Math.max(0, Math.floor(Math.min(a.x - a.radiusPx, b.x - b.radiusPx))),
    top: Math.max(0, Math.floor(Math.min(a.y - a.radiusPx, b.y - b.radiusPx))),
    right: Math.min(layer.width, Math.ceil(Math.max(a.x + a.radiusPx, b.x + b.radiusPx))),
    bottom: Math.min(layer.height, Math.ceil(Math.max(a.y + a.radiusPx, b.y + b.radiusPx))),
  };
  if (bounds.left >= bounds.right || bounds.top >= bounds.bottom) return;
  extendPainted(layer, bounds);
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const length = Math.sqrt(length2);
  const thickest = Math.max(a.radiusPx, b.radiusPx);
  for (let row = bounds.top; row < bounds.bottom; row++) {
    const py = row + 0.5 - a.y;
    // Pixels of this row that are no farther from the endless axis than the rod is thick.
    const reach = Math.abs(dy) > 1e-9 * length ? (thickest * length) / Math.abs(dy) : Infinity;
    const middle = Math.abs(dy) > 1e-9 * length ? a.x + (py * dx) / dy : a.x;
    const left = Math.max(bounds.left, Math.floor(middle - reach));
    const right = Math.min(bounds.right, Math.ceil(middle + reach));
    for (let column = left; column < right; column++) {
      const px = column + 0.5 - a.x;
      const along = length2 > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / length2)) : 0;
      const offX = px - along * dx;
      const offY = py - along * dy;
      const radiusPx = a.radiusPx + along * (b.radiusPx - a.radiusPx);
      const share = (offX * offX + offY * offY) / (radiusPx * radiusPx);
      if (share > 1) continue;
      const bulge = Math.sqrt(1 - share);
      const depth =
        a.depth + along * (b.depth - a.depth) - bulge * (a.radius + along * (b.radius - a.radius));
      const at = row * layer.width + column;
      if (!(depth < (layer.depth[at] ?? 0))) continue;
      layer.depth[at] = depth;
      layer.material[at] = material;
      layer.shade[at] = 255 * bulge;
    }
  }
}

/** Paints a rod where it is nearer than what is there. A pixel is the rod's when its centre is. */
export function paintRod(layer: Layer, rod: Rod, camera: Camera): void {
  const ends = visibleEnds(rod, camera);
  if (!ends) return;
  const { a, b } = ends;
  const material = materialIndex(rod.material);
  paintBetween(layer, ends, material);
  // Seen along its axis, a rod hides that axis behind its near end.
  const near = a.depth < b.depth ? a : b;
  const depthPx = (camera.focalLengthPx * Math.abs(b.depth - a.depth)) / near.depth;
  if (Math.abs(b.x - a.x) + Math.abs(b.y - a.y) < depthPx)
    paintBetween(layer, { a: near, b: near }, material);
}
