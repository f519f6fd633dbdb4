import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Point } from "../../../src/emulator/geometry/point.ts";
import { polygonArea } from "../../../src/emulator/geometry/polygon-area.ts";
import { outlinePolygons } from "../../../src/emulator/scene/outline-polygons.ts";

/** The outlines of a mask drawn with `#`. */
function outlinesOf(rows: readonly string[]): Point[][] {
  const width = rows[0]!.length;
  return outlinePolygons({
    width,
    bounds: { left: 0, top: 0, right: width, bottom: rows.length },
    covers: (at) => rows[Math.floor(at / width)]![at % width] === "#",
  });
}

/** Draws polygons: a pixel is filled when a ray from its centre crosses one of them an odd number of times. */
function draw(polygons: readonly Point[][], width: number, height: number): string[] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const [x, y] = [column + 0.5, row + 0.5];
      const isIn = polygons.some((polygon) => {
        const crossings = polygon.filter(([x1, y1], i) => {
          const [x2, y2] = polygon[(i + 1) % polygon.length]!;
          return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
        });
        return crossings.length % 2 === 1;
      });
      return isIn ? "#" : ".";
    }).join(""),
  );
}

describe("outlinePolygons()", () => {
  test("follows a rectangle and cuts its corners", () => {
    const [polygon, ...others] = outlinesOf(["....", ".##.", ".##.", "...."]);
    expect(others).toEqual([]);
    expect(polygonArea(polygon!)).toBe(3.5);
    expect(polygon).toHaveLength(8);
  });

  test("cuts what has a hole in two, and keeps the hole", () => {
    const ring = [".....", ".###.", ".#.#.", ".###.", "....."];
    const polygons = outlinesOf(ring);
    expect(polygons.length).toBeGreaterThan(1);
    expect(draw(polygons, 5, 5)).toEqual(ring);
  });

  test("of nothing is nothing", () => {
    expect(outlinesOf(["...", "..."])).toEqual([]);
    expect(
      outlinePolygons({ width: 4, bounds: { left: 4, top: 4, right: 0, bottom: 0 }, covers: () => true }),
    ).toEqual([]);
  });

  test("drawn again gives the mask, whatever it is", () => {
    const mask = fc.array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(mask, (cells) => {
        const rows = cells.map((row) => row.map((isIn) => (isIn ? "#" : ".")).join(""));
        expect(draw(outlinesOf(rows), 9, rows.length)).toEqual(rows);
      }),
      { numRuns: 300, seed: 3 },
    );
  });
});
