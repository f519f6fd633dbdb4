const encoder = new TextEncoder();

/** Strings of more characters than this are better encoded by the platform. */
const SHORT = 40;

/** Bytes of UTF-8 that grow as strings are appended. */
export class TextBuffer {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** @param capacity The number of bytes that are likely to come. */
  constructor(capacity: number = 1 << 12) {
    this.#bytes = new Uint8Array(capacity);
  }

  /** The number of bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** Appends a string. Halves of surrogate pairs become U+FFFD. */
  append(text: string): void {
    // A UTF-16 unit takes at most three bytes.
    this.#reserve(text.length * 3);
    if (text.length > SHORT || !this.#appendAscii(text)) {
      this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
    }
  }

  /** The bytes, in place: valid until the next call. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length);
  }

  #appendAscii(text: string): boolean {
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) return false;
      bytes[at++] = unit;
    }
    this.#length = at;
    return true;
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + bytes));
    larger.set(this.bytes());
    this.#bytes = larger;
  }
}
