import { expect, test } from "vitest";
import { fillPolygon } from "../../../src/emulator/drawing/fill-polygon.ts";
import { makeRaster } from "../../../src/emulator/drawing/raster.ts";

test("fillPolygon() fills the pixels whose centres are inside", () => {
  const raster = makeRaster({ width: 5, height: 4 });
  const filled = fillPolygon(
    raster,
    [
      [1, 1],
      [4, 1],
      [4, 3],
      [1, 3],
    ],
    7,
  );
  expect(filled).toBe(6);
  expect([...raster.pixels]).toEqual(
    [
      [0, 0, 0, 0, 0],
      [0, 7, 7, 7, 0],
      [0, 7, 7, 7, 0],
      [0, 0, 0, 0, 0],
    ].flat(),
  );
});

test("fillPolygon() leaves out what is beyond the image, and notches", () => {
  const raster = makeRaster({ width: 4, height: 3 });
  const filled = fillPolygon(
    raster,
    [
      [-5, -5],
      [9, -5],
      [9, 9],
      [3, 9],
      [3, 1],
      [1, 1],
      [1, 9],
      [-5, 9],
    ],
    1,
  );
  expect([...raster.pixels]).toEqual(
    [
      [1, 1, 1, 1],
      [1, 0, 0, 1],
      [1, 0, 0, 1],
    ].flat(),
  );
  expect(filled).toBe(8);
});
