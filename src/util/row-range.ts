/** Row numbers that follow each other: `length` of them, from `first`. */
export function rowRange(first: number, length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let i = 0; i < length; i++) rows[i] = first + i;
  return rows;
}
