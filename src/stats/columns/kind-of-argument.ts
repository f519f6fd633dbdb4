/** What an argument is that should be something else, for errors. */
export function kindOfArgument(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (value instanceof Promise) return "a promise: await it";
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object") return "an object of another kind";
  return `a ${typeof value}`;
}
