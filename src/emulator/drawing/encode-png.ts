import { zlibSync } from "fflate";
import type { Color } from "./color.ts";
import { crc32 } from "./crc32.ts";
import type { Raster } from "./raster.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The numbers by which PNG knows how pixels are written: red, green and blue, or an index into a palette. */
const [RGB, INDEXED] = [2, 3];

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  bytes.set(bigEndian(data.length));
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  bytes.set(bigEndian(crc32(bytes.subarray(4, data.length + 8))), data.length + 8);
  return bytes;
}

/** How many bits tell so many colours apart, as PNG allows. */
function bitsFor(colors: number): 1 | 2 | 4 | 8 {
  if (colors <= 2) return 1;
  if (colors <= 4) return 2;
  return colors <= 16 ? 4 : 8;
}

/** The rows of an image, packed, each after the byte that says that it is not filtered. */
function scanlines({ height, pixels }: Raster, bits: number): Uint8Array {
  const samples = pixels.length / height;
  const stride = 1 + Math.ceil((samples * bits) / 8);
  const lines = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const start = row * stride + 1;
    if (bits === 8) {
      lines.set(pixels.subarray(row * samples, (row + 1) * samples), start);
      continue;
    }
    for (let i = 0; i < samples; i++) {
      const pixel = pixels[row * samples + i] ?? 0;
      if (pixel === 0) continue;
      const bit = i * bits;
      const at = start + (bit >> 3);
      lines[at] = (lines[at] ?? 0) | (pixel << (8 - bits - (bit & 7)));
    }
  }
  return lines;
}

/**
 * Encodes an image as a PNG.
 *
 * @param palette - At most 256 colours, which the pixels are indices into; without one, a pixel is three bytes.
 */
export function encodePng(raster: Raster, palette?: readonly Color[]): Uint8Array {
  const bits = palette ? bitsFor(palette.length) : 8;
  const parts = [
    SIGNATURE,
    chunk("IHDR", [
      ...bigEndian(raster.width),
      ...bigEndian(raster.height),
      ...[bits, palette ? INDEXED : RGB, 0, 0, 0],
    ]),
    ...(palette ? [chunk("PLTE", palette.flat())] : []),
    chunk("IDAT", zlibSync(scanlines(raster, bits), { level: 1 })),
    chunk("IEND", []),
  ];
  const png = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    png.set(part, offset);
    offset += part.length;
  }
  return png;
}
