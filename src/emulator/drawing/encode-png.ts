import type { Color } from "./color.ts";
import { crc32 } from "./crc32.ts";
import type { Raster } from "./raster.ts";
import { RunDeflater } from "./run-deflater.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const BLACK: Color = [0, 0, 0];
const FILTER_SUB = 1;
const FILTER_UP = 2;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)));
  return bytes;
}

function header({ width, height }: Raster): Uint8Array {
  const data = new Uint8Array(13);
  const view = new DataView(data.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  data.set([8, 2], 8); // 8 bits per channel, truecolour
  return data;
}

function deflatePixels({ width, height, pixels }: Raster, palette: readonly Color[]): Uint8Array {
  const deflater = new RunDeflater();
  // Four pixels at once where rows begin at multiples of four: most of a mask equals the row above.
  const quads =
    width % 4 === 0 && pixels.byteOffset % 4 === 0
      ? new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4)
      : null;
  for (let row = 0; row < height; row++) {
    deflater.byte(row === 0 ? FILTER_SUB : FILTER_UP);
    const step = row === 0 ? 1 : width;
    const end = (row + 1) * width;
    const words = row > 0 ? quads : null;
    for (let i = row * width; i < end; i++) {
      const start = i;
      while (i < end) {
        if (words && i % 4 === 0 && words[i / 4] === words[(i - step) / 4]) i += 4;
        else if (i >= step && pixels[i] === pixels[i - step]) i++;
        else break;
      }
      deflater.zeros(3 * (i - start));
      if (i === end) break;
      const color = palette[pixels[i] ?? 0] ?? BLACK;
      const reference = i < step ? BLACK : (palette[pixels[i - step] ?? 0] ?? BLACK);
      for (let channel = 0; channel < 3; channel++) {
        deflater.byte(((color[channel] ?? 0) - (reference[channel] ?? 0)) & 255);
      }
    }
  }
  return deflater.finish();
}

/**
 * Encodes an image as a truecolour PNG of 8 bits per channel, each pixel in the colour of its index.
 * Made for flat-coloured images: it costs milliseconds where a general encoder needs tens of them.
 */
export function encodePng(raster: Raster, palette: readonly Color[]): Uint8Array {
  const parts = [
    Uint8Array.from(SIGNATURE),
    chunk("IHDR", header(raster)),
    chunk("IDAT", deflatePixels(raster, palette)),
    chunk("IEND", new Uint8Array()),
  ];
  const png = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    png.set(part, offset);
    offset += part.length;
  }
  return png;
}
