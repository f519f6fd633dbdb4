import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ISOLATED } from "../isolated.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/**
 * In a process that files share, a module is mostly loaded when it is to be replaced, or should read the environment, and
 * stays so for the next file.
 */
const REPLACES_MODULES =
  /\bvi\.(do)?(mock|unmock)\(|\bvi\.resetModules\(|\bprocess\.chdir\(|\bprocess\.env\.GRPC_\w+ = /i;

test("files that replace modules, and no others, are on the list of those with a process of their own", async () => {
  const names = await readdir(join(ROOT, "test"), { recursive: true });
  const files = names
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `test/${name.replaceAll("\\", "/")}`);
  const found = [];
  for (const file of files.sort()) {
    if (REPLACES_MODULES.test(await readFile(join(ROOT, file), "utf8"))) found.push(file);
  }
  expect(found).toEqual(ISOLATED);
});
