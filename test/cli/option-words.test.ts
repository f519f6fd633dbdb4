import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OPTION_WORDS, optionWords } from "../../src/cli/option-words.ts";
import { FileExistsError } from "../../src/io/file-exists-error.ts";

const SRC = join(import.meta.dirname, "..", "..", "src");

const library = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.startsWith("cli"))
  .map((path) => readFileSync(join(SRC, path), "utf8"))
  .join("\n");

test("what is to be passed is called as on the command line", () => {
  expect(optionWords(new FileExistsError("a.csv").message)).toBe(
    'Cannot write "a.csv": it exists, pass --force to replace it or choose another path',
  );
});

test.each(OPTION_WORDS)("the library still says %j", (name) => {
  expect(library).toContain(name);
});
