const WORD = 2 ** 32;

/** Whole numbers as 64-bit integers, without a bigint for each: those that are not finite become 0. */
export function toInt64s(values: ArrayLike<number>, factor: 1 | 1000 = 1): BigInt64Array {
  const integers = new BigInt64Array(values.length);
  const words = new Uint32Array(integers.buffer);
  const low = isLittleEndian() ? 0 : 1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const high = Math.floor(value / WORD);
    // Both parts stay below 2^53, so that no digit is lost.
    const product = (value - high * WORD) * factor;
    const carry = Math.floor(product / WORD);
    words[2 * i + low] = product - carry * WORD;
    words[2 * i + 1 - low] = high * factor + carry;
  }
  return integers;
}

function isLittleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
