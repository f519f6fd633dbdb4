import { posix } from "node:path";
import { type Import, importsOf } from "./imports-of.ts";
import { API_TYPES, LAZY_PACKAGES, ROOMS } from "./rooms.ts";
import type { SourceFiles } from "./source-files.ts";

/** What the imports of a tree do against the table of rooms, one line each. */
export function checkImports(files: SourceFiles, dependencies: readonly string[]): string[] {
  return importsOf(files).flatMap((each) => {
    const problem = each.target === null ? outside(each, dependencies) : inside(each, each.target, files);
    return problem === null ? [] : [`${each.from}: "${each.specifier}" ${problem}`];
  });
}

function roomOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : "";
}

function inside({ from, typeOnly }: Import, target: string, files: SourceFiles): string | null {
  if (!files.has(target)) return "is not a file of src";
  if (target === "index.ts") return "is for users of the package only";
  const room = ROOMS[roomOf(from)];
  if (room === undefined) return "is imported from a folder that is not in the table of rooms";
  const wanted = roomOf(target);
  if (wanted === roomOf(from) || wanted === "util" || room.rooms.includes(wanted)) return null;
  if (!room.apiTypes || !API_TYPES.includes(target)) return "is in a room that this one may not import";
  return typeOnly ? null : "may be imported by `import type` only";
}

function outside(
  { from, specifier, typeOnly, lazy }: Import,
  dependencies: readonly string[],
): string | null {
  if (specifier.startsWith("node:")) {
    const { node = false } = ROOMS[roomOf(from)] ?? {};
    const allowed = typeof node === "boolean" ? node : node.includes(posix.basename(from));
    return allowed ? null : "may not be imported here: only some rooms touch Node";
  }
  const name = /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier;
  if (!dependencies.includes(name)) return "is not among the package's dependencies";
  return LAZY_PACKAGES.includes(name) && !lazy && !typeOnly
    ? "is to be loaded by `import()` on first use"
    : null;
}
