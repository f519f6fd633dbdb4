import { importsOf } from "./imports-of.ts";
import type { SourceFiles } from "./source-files.ts";

/** The import cycles among files, imports of types included: one for each import that closes a cycle. */
export function findCycles(files: SourceFiles): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, target } of importsOf(files)) {
    if (target !== null && files.has(target)) targets.set(from, [...(targets.get(from) ?? []), target]);
  }
  const cycles: string[] = [];
  const done = new Set<string>();
  function visit(path: string, trail: readonly string[]): void {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
    if (done.has(path) || trail.includes(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  }
  for (const path of files.keys()) visit(path, []);
  return cycles;
}
