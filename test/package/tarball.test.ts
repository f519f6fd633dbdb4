import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { pack, ROOT } from "./pack.ts";

test("the package holds what was built and the documents, and nothing else", async () => {
  const { files } = await pack(await temporaryFolder());
  const documents = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
  expect(files.filter((path) => !path.startsWith("dist/")).sort()).toEqual(documents);
  expect(files.filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))).toEqual([]);
});

test("every file that package.json points to is in the package", async () => {
  const { files } = await pack(await temporaryFolder());
  const text = await readFile(join(ROOT, "package.json"), "utf8");
  const { main, types, typesVersions, exports, bin } = JSON.parse(text) as Record<string, unknown>;
  const targets = leaves([main, types, typesVersions, exports, bin]).map((path) => path.replace(/^\.\//, ""));
  expect(targets.length).toBeGreaterThan(5);
  expect(targets.filter((path) => !files.includes(path))).toEqual([]);
});

function leaves(value: unknown): string[] {
  return typeof value === "string" ? [value] : Object.values(value as object).flatMap(leaves);
}
