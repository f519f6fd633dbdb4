import { decodeSlice } from "./decode-slice.ts";

const MAX_TEXTS = 10_000;

interface Known {
  bytes: Uint8Array;
  text: string;
}

/** The strings that some bytes stand for; those that come again are decoded once. */
export class ByteTexts {
  readonly #known = new Map<number, Known[]>();
  #count = 0;

  /**
   * The text of some bytes.
   *
   * @throws {TypeError} When they are not UTF-8.
   */
  at(bytes: Uint8Array, start: number, end: number): string {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const candidates = this.#known.get(hash);
    for (const known of candidates ?? []) if (isAt(bytes, start, end, known.bytes)) return known.text;
    const text = decodeSlice(bytes, start, end);
    if (this.#count < MAX_TEXTS) {
      this.#count++;
      const known = { bytes: bytes.slice(start, end), text };
      if (candidates === undefined) this.#known.set(hash, [known]);
      else candidates.push(known);
    }
    return text;
  }
}

function isAt(bytes: Uint8Array, start: number, end: number, wanted: Uint8Array): boolean {
  if (end - start !== wanted.length) return false;
  for (let i = 0; i < wanted.length; i++) if (bytes[start + i] !== wanted[i]) return false;
  return true;
}
