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

/** The rows of an image, each after the byte that says that it is not filtered. */
function scanlines({ height, pixels }: Raster): Uint8Array {
  const stride = pixels.length / height;
  const lines = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    lines.set(pixels.subarray(row * stride, (row + 1) * stride), row * (stride + 1) + 1);
  }
  return lines;
}

/**
 * Encodes an image as a PNG.
 *
 * @param palette - At most 256 colours, which the pixels are indices into; without one, a pixel is three bytes.
 */
export function encodePng(raster: Raster, palette?: readonly Color[]): Uint8Array {
  const format = [8, palette ? INDEXED : RGB, 0, 0, 0];
  const parts = [
    SIGNATURE,
    chunk("IHDR", [...bigEndian(raster.width), ...bigEndian(raster.height), ...format]),
    ...(palette ? [chunk("PLTE", palette.flat())] : []),
    chunk("IDAT", zlibSync(scanlines(raster), { level: 1 })),
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
