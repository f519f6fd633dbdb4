import { Buffer } from "node:buffer";
import type { DuckDbNative } from "../../io/duckdb/load-duckdb.ts";

/** DuckDB keeps a string in four words: its length in bytes, then its bytes, or the first four of them and where they lie. */
export const WORDS = 4;
export const WORD_BYTES = 4;
/** The bytes of strings that lie in the words. */
export const INLINE_BYTES = 12;

const POINTER_OFFSET = 8;
const WORD = 2 ** 32;
/** Strings that lie in the same region of this size are read through one look at its memory: a look takes long. */
const REGION_BYTES = 2 ** 18;

/** The part of a region that strings lie in. */
interface Region {
  /** The place of the string that lies first, and its address. */
  place: number;
  address: number;
  /** Where the last string ends. */
  limit: number;
  bytes: Buffer | null;
}

/** The places of a piece's strings. */
export interface StringPlaces {
  readonly start: number;
  readonly end: number;
  /** Whether there is a string at a place. */
  readonly isThere: (place: number) => boolean;
}

/** Reads the strings of a piece. */
export class StringMemory {
  readonly #native: DuckDbNative;
  readonly #words: Uint32Array;
  readonly #inline: Buffer;
  /** The regions that long strings lie in, by number. */
  readonly #regions = new Map<number, Region>();

  constructor(native: DuckDbNative, words: Uint32Array, places: StringPlaces) {
    this.#native = native;
    this.#words = words;
    this.#inline = Buffer.from(words.buffer as ArrayBuffer, words.byteOffset, words.byteLength);
    this.#findRegions(places);
  }

  /** The string at a place. */
  textAt(place: number): string {
    const length = this.#words[place * WORDS] as number;
    if (length <= INLINE_BYTES) {
      const start = (place * WORDS + 1) * WORD_BYTES;
      return this.#inline.toString("utf8", start, start + length);
    }
    const { bytes, start } = this.#found(place);
    return bytes.toString("utf8", start, start + length);
  }

  /** Copies the bytes of the string at a place. */
  copyAt(place: number, target: Uint8Array, at: number): void {
    const length = this.#words[place * WORDS] as number;
    if (length <= INLINE_BYTES) {
      const start = (place * WORDS + 1) * WORD_BYTES;
      this.#inline.copy(target, at, start, start + length);
      return;
    }
    const { bytes, start } = this.#found(place);
    bytes.copy(target, at, start, start + length);
  }

  /** The memory in which a string lies, and where it starts there. */
  #found(place: number): { bytes: Buffer; start: number } {
    const address = this.#address(place);
    const region = this.#regions.get(Math.floor(address / REGION_BYTES)) as Region;
    region.bytes ??= this.#bytesAt(region.place, region.limit - region.address);
    return { bytes: region.bytes, start: address - region.address };
  }

  #address(place: number): number {
    const low = this.#words[place * WORDS + 2] as number;
    return (this.#words[place * WORDS + 3] as number) * WORD + low;
  }

  /** So many bytes from where a string lies on. Of those between strings nothing is known; they are not to be read. */
  #bytesAt(place: number, length: number): Buffer {
    const { buffer, byteOffset } = this.#words;
    const pointer = byteOffset + place * WORDS * WORD_BYTES + POINTER_OFFSET;
    const bytes = this.#native.get_data_from_pointer(buffer as ArrayBuffer, pointer, length);
    return Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, length);
  }

  #findRegions({ start, end, isThere }: StringPlaces): void {
    for (let place = start; place < end; place++) {
      const length = this.#words[place * WORDS] as number;
      if (length <= INLINE_BYTES || !isThere(place)) continue;
      const address = this.#address(place);
      const number = Math.floor(address / REGION_BYTES);
      const region = this.#regions.get(number);
      if (region === undefined) {
        this.#regions.set(number, { place, address, limit: address + length, bytes: null });
        continue;
      }
      if (address < region.address) Object.assign(region, { place, address });
      region.limit = Math.max(region.limit, address + length);
    }
  }
}
