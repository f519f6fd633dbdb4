import fc from "fast-check";
import { expect, test } from "vitest";
import type { Color } from "../../../src/emulator/drawing/color.ts";
import { encodePng } from "../../../src/emulator/drawing/encode-png.ts";
import { makeRaster } from "../../../src/emulator/drawing/raster.ts";
import { decodePng } from "../../util/decode-png.ts";

function makePalette(colors: number): Color[] {
  return Array.from({ length: colors }, (_, i) => [i, (i * 7) % 256, 255 - i]);
}

function colorsOf(pixels: Uint8Array, palette: readonly Color[]): number[] {
  return [...pixels].flatMap((index) => palette[index] ?? []);
}

/** Pictures of so many values a pixel, each of so many numbers. */
function pictures({ values, parts }: { values: number; parts: number }) {
  return fc
    .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 12 }) })
    .chain(({ width, height }) => {
      const size = width * height * parts;
      const pixels = fc.uint8Array({ minLength: size, maxLength: size, max: values - 1 });
      return fc.record({ width: fc.constant(width), height: fc.constant(height), pixels });
    });
}

test.each([1, 2, 3, 4, 5, 16, 17, 256])(
  "encodePng() writes %i colours that another decoder reads back",
  (colors) => {
    const palette = makePalette(colors);
    fc.assert(
      fc.property(pictures({ values: colors, parts: 1 }), (raster) => {
        const decoded = decodePng(encodePng(raster, palette));
        expect([decoded.width, decoded.height, decoded.channels]).toEqual([raster.width, raster.height, 3]);
        expect([...decoded.data]).toEqual(colorsOf(raster.pixels, palette));
      }),
      { seed: 1, numRuns: 40 },
    );
  },
);

test("encodePng() writes pixels of three bytes without a palette", () => {
  fc.assert(
    fc.property(pictures({ values: 256, parts: 3 }), (raster) => {
      expect([...decodePng(encodePng(raster)).data]).toEqual([...raster.pixels]);
    }),
    { seed: 1, numRuns: 40 },
  );
});

test("encodePng() writes runs of every length", () => {
  const palette = makePalette(3);
  for (let width = 1; width <= 180; width++) {
    const raster = makeRaster({ width, height: 2 });
    raster.pixels[2 * width - 1] = 1;
    const decoded = decodePng(encodePng(raster, palette));
    expect(Buffer.compare(Buffer.from(decoded.data), Buffer.from(colorsOf(raster.pixels, palette)))).toBe(0);
  }
});
