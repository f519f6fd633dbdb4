import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { strayEntries } from "./top-level.ts";

test("the repository holds nothing at its top that has no place there", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const paths = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0");
  expect(paths).toContain("package.json");
  expect(strayEntries(paths.filter((path) => path !== ""))).toEqual([]);
});

test("the check finds stray entries", () => {
  const paths = [
    "package.json",
    "src/index.ts",
    ".ci/test.sh",
    ".gitignore",
    "vite.config.ts",
    "lib/a.ts",
    "lib/b.ts",
  ];
  expect(strayEntries(paths)).toEqual(["vite.config.ts", "lib"]);
});
