/** Puts bytes where numbers of 64 bits are read in place: at a multiple of 8 bytes. */
export class AlignedBytes {
  #memory = new Uint8Array(0);

  /** The bytes, for good. */
  keep(bytes: Uint8Array): Uint8Array {
    // (`slice` of a Node Buffer shares the memory.)
    return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  }

  /** The bytes until the next call, which is given the same memory: fresh memory takes longer than the copy. */
  lend(bytes: Uint8Array): Uint8Array {
    if (bytes.byteOffset % 8 === 0) return bytes;
    if (this.#memory.length < bytes.length) this.#memory = new Uint8Array(bytes.length);
    this.#memory.set(bytes);
    return this.#memory.subarray(0, bytes.length);
  }
}
