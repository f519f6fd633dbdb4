import type { Point } from "./point.ts";

/** The axis-parallel box around some points: left, top, width, height. */
export function boundingBox(points: readonly Point[]): [x: number, y: number, w: number, h: number] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}
