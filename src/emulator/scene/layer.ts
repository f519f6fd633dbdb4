import type { FrameSize } from "../geometry/clip-to-frame.ts";

/** A rectangle of pixels; right and bottom are the first column and row outside. */
export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a camera sees, pixel by pixel, row by row from the top left. */
export interface Layer extends FrameSize {
  /** Metres along the line of sight to the nearest surface; Infinity where there is none. */
  depth: Float32Array;
  /** What the surface is made of, as its place in `MATERIALS`. */
  material: Uint8Array;
  /** How much light the surface gets as it is turned: 255 for all, 0 for the least. */
  shade: Uint8Array;
  /** Where anything was painted. */
  painted: Bounds;
}

const nowhere = ({ width, height }: FrameSize): Bounds => ({ left: width, top: height, right: 0, bottom: 0 });

/** Makes a layer that shows nothing. */
export function makeLayer({ width, height }: FrameSize): Layer {
  const size = width * height;
  return {
    width,
    height,
    depth: new Float32Array(size).fill(Infinity),
    material: new Uint8Array(size),
    shade: new Uint8Array(size),
    painted: nowhere({ width, height }),
  };
}

/** Takes away what was painted. */
export function clearLayer(layer: Layer): void {
  const { left, top, right, bottom } = layer.painted;
  for (let row = top; row < bottom; row++) {
    layer.depth.fill(Infinity, row * layer.width + left, row * layer.width + right);
  }
  layer.painted = nowhere(layer);
}

/** The smallest rectangle around two. */
export function union(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/** Notes that something may be painted in a part of the layer. */
export function extendPainted(layer: Layer, bounds: Bounds): void {
  layer.painted = union(layer.painted, bounds);
}

/** Copies what one layer shows in a part of it to another of the same size. */
export function copyPart(from: Layer, to: Layer, { left, top, right, bottom }: Bounds): void {
  for (let row = top; row < bottom; row++) {
    const [start, end] = [row * from.width + left, row * from.width + right];
    to.depth.set(from.depth.subarray(start, end), start);
    to.material.set(from.material.subarray(start, end), start);
    to.shade.set(from.shade.subarray(start, end), start);
  }
}
