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
  const { width, height } = decoded;
  const data = decoded.palette ? convertIndexedToRgb(decoded) : Uint8Array.from(decoded.data);
  return { width, height, channels: 3, data };
}
