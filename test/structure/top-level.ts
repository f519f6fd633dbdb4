const ALLOWED: ReadonlySet<string> = new Set([
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "src",
  "notebooks",
  "fixtures",
  "test",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
]);

/** The first parts of these paths that have no place at the top of the repository; names with a dot do. */
export function strayEntries(paths: readonly string[]): string[] {
  const entries = new Set(paths.map((path) => path.split("/", 1)[0] ?? path));
  return [...entries].filter((entry) => !ALLOWED.has(entry) && !entry.startsWith("."));
}
