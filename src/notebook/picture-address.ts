import { readFile } from "node:fs/promises";

const TYPES: readonly (readonly [start: readonly number[], type: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "image/png"],
  [[0xff, 0xd8, 0xff], "image/jpeg"],
  [[0x47, 0x49, 0x46, 0x38], "image/gif"],
  [[0x52, 0x49, 0x46, 0x46], "image/webp"],
];

/**
 * An address by which a page shows a picture.
 *
 * @param src A path, a `data:` or `https:` address, or the bytes.
 * @throws {TypeError} When the bytes are no picture that pages show.
 */
export async function pictureAddress(src: string | Uint8Array): Promise<string> {
  if (typeof src === "string" && /^(data:image\/|https?:\/\/)/.test(src)) return src;
  const bytes = typeof src === "string" ? await readFile(src) : src;
  const type = TYPES.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
  if (type === undefined) {
    const name = typeof src === "string" ? `"${src}"` : `of ${src.length} bytes`;
    throw new TypeError(`Cannot show the picture ${name}: expected PNG, JPEG, GIF or WebP`);
  }
  return `data:${type};base64,${base64(bytes)}`;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let from = 0; from < bytes.length; from += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  }
  return btoa(text);
}
