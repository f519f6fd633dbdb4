import { BitWriter } from "./bit-writer.ts";

const ADLER = 65521;
/** The longest match of Deflate. */
const LONGEST = 258;

interface Code {
  bits: number;
  count: number;
}

function reversed(value: number, count: number): number {
  let result = 0;
  for (let i = 0; i < count; i++) result |= ((value >> i) & 1) << (count - 1 - i);
  return result;
}

/** Codes of the fixed Huffman table (RFC 1951, 3.2.6), bits already in writing order. */
function symbolCode(symbol: number): Code {
  if (symbol < 144) return { bits: reversed(0x30 + symbol, 8), count: 8 };
  if (symbol < 256) return { bits: reversed(0x190 + symbol - 144, 9), count: 9 };
  if (symbol < 280) return { bits: reversed(symbol - 256, 7), count: 7 };
  return { bits: reversed(0xc0 + symbol - 280, 8), count: 8 };
}

/** A match of so many bytes at distance 1 (whose distance code is five zero bits). */
function matchCode(length: number): Code {
  if (length === LONGEST) return { ...symbolCode(285), count: 13 };
  if (length < 11) {
    const { bits, count } = symbolCode(254 + length);
    return { bits, count: count + 5 };
  }
  // From length 11 on, each group of four symbols has one more extra bit than the group before.
  const extraBits = Math.floor(Math.log2(length - 3)) - 2;
  const group = (length - 3) >> extraBits;
  const { bits, count } = symbolCode(257 + 4 * extraBits + group);
  const extra = (length - 3) & ((1 << extraBits) - 1);
  return { bits: bits | (extra << count), count: count + extraBits + 5 };
}

const LITERALS: readonly Code[] = Array.from({ length: 257 }, (_, symbol) => symbolCode(symbol));
const MATCHES: readonly Code[] = Array.from({ length: LONGEST + 1 }, (_, length) =>
  length < 3 ? { bits: 0, count: 0 } : matchCode(length),
);

/**
 * Writes a zlib stream (RFC 1950) that is compact where the data are mostly runs of zero bytes,
 * as the row differences of flat-coloured images are.
 */
export class RunDeflater {
  #out = new BitWriter();
  #a = 1;
  #b = 0;
  #zeros = 0;

  constructor() {
    this.#out.write(0x78, 8);
    this.#out.write(0x01, 8);
    this.#out.write(0b011, 3);
  }

  /** Appends so many zero bytes. */
  zeros(count: number): void {
    this.#zeros += count;
  }

  /** Appends one byte. */
  byte(value: number): void {
    if (value === 0) {
      this.#zeros++;
      return;
    }
    this.#flush();
    this.#put(LITERALS[value]);
    this.#a = (this.#a + value) % ADLER;
    this.#b = (this.#b + this.#a) % ADLER;
  }

  /** Ends the stream and returns its bytes. */
  finish(): Uint8Array {
    this.#flush();
    this.#put(LITERALS[256]);
    const body = this.#out.finish();
    const stream = new Uint8Array(body.length + 4);
    stream.set(body);
    new DataView(stream.buffer).setUint32(body.length, ((this.#b << 16) | this.#a) >>> 0);
    return stream;
  }

  #flush(): void {
    let left = this.#zeros;
    if (left === 0) return;
    this.#b = (this.#b + left * this.#a) % ADLER;
    this.#zeros = 0;
    this.#put(LITERALS[0]);
    left--;
    for (; left >= 3; left -= Math.min(left, LONGEST)) this.#put(MATCHES[Math.min(left, LONGEST)]);
    for (; left > 0; left--) this.#put(LITERALS[0]);
  }

  #put(code: Code | undefined): void {
    if (code) this.#out.write(code.bits, code.count);
  }
}
