/**
 * A template tag for API paths: every value becomes one encoded segment, so that an id cannot change the path.
 *
 * @throws {TypeError} When a value is empty, `.` or `..`.
 */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  const segments = values.map((value) => {
    if (typeof value !== "string" || value === "" || value === "." || value === "..") {
      throw new TypeError(`Cannot put ${JSON.stringify(value)} into a URL: a non-empty name or id is wanted`);
    }
    return encodeURIComponent(value);
  });
  return String.raw({ raw: parts }, ...segments);
}
