import { convertIndexedToRgb, decode } from "fast-png";

/** A picture with three channels, whatever the file keeps. */
export interface Picture {
  width: number;
  height: number;
  channels: 3;
  data: Uint8Array;
}

/** Decodes a PNG with another library, checksums included. */
export function decodePng(png: Uint8Array): Picture {
  const decoded = decode(png, { checkCrc: true });
  return { width: decoded.width, height: decoded.height, channels: 3, data: convertIndexedToRgb(decoded) };
}
