/**
 * Whether two parsed JSON values are the same: numbers by their bits (all NaN alike), lists by their items, objects by
 * their members in the same order.
 *
 * @param a A value that is not deeply nested; that of the other does not matter.
 */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || a === null || typeof b !== "object" || b === null) return false;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  }
  if (Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return (
    keys.length === others.length &&
    keys.every(
      (key, index) => key === others[index] && sameValue(a[key as keyof typeof a], b[key as keyof typeof b]),
    )
  );
}
