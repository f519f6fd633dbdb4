import type { Point } from "../geometry/point.ts";

/** A mask: 1 for pixels that belong to it, row by row from the top left. */
export interface Mask {
  columns: number;
  rows: number;
  cells: Uint8Array;
}

/** Steps to the right, down, left and up; turning right is the next one. */
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

/** The pixel ahead on the right of a walker at the corner 0, 0, by the way it goes; on its left is that of the way before. */
const RIGHT_X = [0, -1, -1, 0] as const;
const RIGHT_Y = [0, 0, -1, -1] as const;

/**
 * Walks around every part of a mask with the part on the right: clockwise, and counter-clockwise around holes. Pixels
 * that touch at a corner only are apart.
 *
 * @returns The middles of the pixel sides that were passed, in pixels from the top left.
 */
export function traceRings({ columns, rows, cells }: Mask): Point[][] {
  const isIn = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < columns && y < rows && cells[y * columns + x] === 1;
  const passed = new Uint8Array(columns * rows);
  const rings: Point[][] = [];
  for (let startY = 0; startY < rows; startY++) {
    for (let startX = 0; startX < columns; startX++) {
      // Every ring passes some pixel's upper side to the right.
      if (!isIn(startX, startY) || isIn(startX, startY - 1) || passed[startY * columns + startX]) continue;
      const ring: Point[] = [];
      let [x, y, way] = [startX, startY, 0];
      do {
        if (way === 0) passed[y * columns + x] = 1;
        const dx = STEP_X[way] ?? 0;
        const dy = STEP_Y[way] ?? 0;
        ring.push([x + dx / 2, y + dy / 2]);
        x += dx;
        y += dy;
        const left = (way + 3) % 4;
        if (!isIn(x + (RIGHT_X[way] ?? 0), y + (RIGHT_Y[way] ?? 0))) way = (way + 1) % 4;
        else if (isIn(x + (RIGHT_X[left] ?? 0), y + (RIGHT_Y[left] ?? 0))) way = left;
      } while (x !== startX || y !== startY || way !== 0);
      rings.push(ring);
    }
  }
  return rings;
}
