/**
 * Whether another factor has the same levels in the same rows, under whatever names, so that no row tells the effects of
 * the two apart. Rows without the factor do not count; a row that only lacks the other one tells them apart. Two factors
 * with each level in one row only, as samples of numbers have, are not called the same.
 *
 * @param codes For each row its level; -1 where it has none.
 * @param others The same of the other factor.
 */
export function hasSameLevels(codes: ArrayLike<number>, others: ArrayLike<number>): boolean {
  const otherOf = new Map<number, number>();
  const codeOf = new Map<number, number>();
  let rows = 0;
  for (let row = 0; row < codes.length; row++) {
    const [code, other] = [codes[row] as number, others[row] as number];
    if (code < 0) continue;
    if (other < 0 || (otherOf.get(code) ?? other) !== other || (codeOf.get(other) ?? code) !== code)
      return false;
    otherOf.set(code, other);
    codeOf.set(other, code);
    rows++;
  }
  return otherOf.size > 1 && rows > otherOf.size;
}
