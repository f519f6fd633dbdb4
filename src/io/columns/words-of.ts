/** The bits of 64-bit integers as words of 32, the lower one first. */
export interface Words {
  readonly lows: Uint32Array;
  readonly highs: Int32Array;
}

/** The words of 64-bit integers, in the memory that they have. */
export function wordsOf({ buffer, byteOffset, length }: BigInt64Array): Words {
  return {
    lows: new Uint32Array(buffer, byteOffset, length * 2),
    highs: new Int32Array(buffer, byteOffset, length * 2),
  };
}
