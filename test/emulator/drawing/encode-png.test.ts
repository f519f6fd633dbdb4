import fc from "fast-check";
import { expect, test } from "vitest";
import type { Color } from "../../../src/emulator/drawing/color.ts";
import { encodePng } from "../../../src/emulator/drawing/encode-png.ts";
import { makeRaster } from "../../../src/emulator/drawing/raster.ts";
import { decodePng } from "../../util/decode-png.ts";

const PALETTE: readonly Color[] = [
  [0, 0, 0],
  [255, 144, 1],
  [143, 143, 200],
];

function colorsOf(pixels: Uint8Array): number[] {
  return [...pixels].flatMap((index) => PALETTE[index] ?? []);
}

test("encodePng() writes pictures that another decoder reads back", () => {
  const picture = fc
    .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 12 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        pixels: fc.uint8Array({ minLength: width * height, maxLength: width * height, max: 2 }),
      }),
    );
  fc.assert(
    fc.property(picture, (raster) => {
      const decoded = decodePng(encodePng(raster, PALETTE));
      expect([decoded.width, decoded.height, decoded.channels]).toEqual([raster.width, raster.height, 3]);
      expect([...decoded.data]).toEqual(colorsOf(raster.pixels));
    }),
    { seed: 1, numRuns: 60 },
  );
});

test("encodePng() writes runs of every length", () => {
  for (let width = 1; width <= 180; width++) {
    const raster = makeRaster({ width, height: 2 });
    raster.pixels[2 * width - 1] = 1;
    const decoded = decodePng(encodePng(raster, PALETTE));
    expect(Buffer.compare(Buffer.from(decoded.data), Buffer.from(colorsOf(raster.pixels)))).toBe(0);
  }
});
