/** Two random 32-bit integers as one number in [0, 1) with 53 bits. */
export function toUnit(words: Int32Array): number {
  return (((words[0] as number) >>> 5) * 67108864 + ((words[1] as number) >>> 6)) * 2 ** -53;
}
