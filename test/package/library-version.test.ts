import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { LIBRARY_VERSION } from "../../src/util/library-version.ts";

test("LIBRARY_VERSION is the version in package.json", async () => {
  const text = await readFile(new URL("../../package.json", import.meta.url), "utf8");
  expect((JSON.parse(text) as { version: string }).version).toBe(LIBRARY_VERSION);
});
