import { readFile } from "node:fs/promises";

/** How files begin, byte by byte. */
const TYPES: readonly (readonly [start: RegExp, type: string])[] = [
  [/^\x89PNG/, "image/png"],
  [/^\xff\xd8\xff/, "image/jpeg"],
  [/^GIF8/, "image/gif"],
  [/^RIFF.{4}WEBP/s, "image/webp"],
];

/**
 * An address by which a page shows a picture.
 *
 * @param src A path, a `data:`, `https:` or `http:` address, or the bytes.
 * @throws {TypeError} When the bytes are no picture that pages show.
 */
export async function pictureAddress(src: string | Uint8Array): Promise<string> {
  if (typeof src === "string" && /^(data:image\/|https?:\/\/)/.test(src)) return src;
  const bytes = typeof src === "string" ? await readFile(src) : src;
  const begin = String.fromCharCode(...bytes.subarray(0, 12));
  const type = TYPES.find(([start]) => start.test(begin))?.[1];
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
