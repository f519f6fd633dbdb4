/** Whether an integer has no more than 64 bits, so that an `int64` column can hold it. */
export function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}
