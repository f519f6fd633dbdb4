import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Source texts by their path below `src`, with forward slashes. */
export type SourceFiles = ReadonlyMap<string, string>;

const SRC = new URL("../../src/", import.meta.url);

/** Every TypeScript file of the package. */
export function readSourceFiles(): SourceFiles {
  const paths = readdirSync(fileURLToPath(SRC), { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path.endsWith(".ts"))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, SRC), "utf8")]));
}

/** A file tree in memory, to show that a check finds what it is for. */
export function sourceFiles(files: Readonly<Record<string, string>>): SourceFiles {
  return new Map(Object.entries(files));
}
