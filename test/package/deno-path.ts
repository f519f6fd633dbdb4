import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./pack.ts";

/** The Deno program that the package `deno` brings for this system. */
export function denoPath(): string {
  const scope = join(ROOT, "node_modules/@deno");
  const found = readdirSync(scope)
    .flatMap((name) => [join(scope, name, "deno"), join(scope, name, "deno.exe")])
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`Cannot find deno in ${scope}: expected it to be installed`);
  return found;
}
