import type { FrameSize } from "../geometry/clip-to-frame.ts";

/** An image whose pixels are indices into a palette, of which 0 is the background, or colours of three bytes. */
export interface Raster extends FrameSize {
  /** Row by row from the top left. */
  pixels: Uint8Array;
}

/** Makes an image that is all background. */
export function makeRaster({ width, height }: FrameSize): Raster {
  return { width, height, pixels: new Uint8Array(width * height) };
}
