import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { snippetsOf } from "../readme/snippets.ts";
import { exportsOf } from "../structure/exports-of.ts";
import { readSourceFiles } from "../structure/source-files.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { closeAmbient } from "./ambient.ts";
import { exampleCode } from "./example-code.ts";
import { exampleProblems } from "./example-problems.ts";
import { type Example, examplesOf, functionsAndClasses } from "./examples-of.ts";
import { runExample } from "./run-example.ts";
import { isSaid, plainText } from "./shown-value.ts";

// Every function and class that the package exports has an example in its doc comment, and every example is run, in an
// empty folder. What an example says is checked: an expression statement with a comment behind it,
//
//   people.numRows(); // 3
//   await session.getBatch("none"); // throws NotFoundError: …
//   console.log(report.text()); // what is printed
//
// is compared with Node's text of the value on one line (`"a"` and `[1]` in the style of the code); `…` in the comment
// stands for anything, and comment lines that follow at once belong to it. Exports of the package need no import, the
// names of ambient.ts no making, and the folders "results" and "tables" are there where an example names them.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const files = readSourceFiles();
const main = exportsOf(files, "index.ts");
const server = exportsOf(files, "emulator/index.ts");
const entries = [main, server];
const specifiers = new Map([
  ...server.symbols.map(({ name }) => [name, "infinity-frames/emulator"] as const),
  ...[...main.symbols, { name: "aq" }].map(({ name }) => [name, "infinity-frames"] as const),
]);

afterAll(closeAmbient);

/** The front page of the reference explains examples by one. */
function frontPageExample(): Example {
  const page = readFileSync(join(ROOT, ".typedoc/front-page.md"), "utf8");
  const [example] = snippetsOf(page);
  if (example === undefined) throw new Error("There is no example");
  return { of: "front page", file: "../.typedoc/front-page.md", line: example.line, text: example.text };
}

describe("examples of the API", () => {
  const documented = entries.flatMap(functionsAndClasses);
  it("are there for every function and class", () => {
    const without = documented.filter(({ hasExample }) => !hasExample);
    expect(documented.length).toBeGreaterThan(200);
    expect(without.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  const examples = [...entries.flatMap(examplesOf), frontPageExample()];
  it("have the right types", () => {
    const wrong = "const n: Seed = [];\nsample({}, batch, { seed: n });\nnone;\n";
    const all = [...examples, { of: "f", file: "f.ts", line: 7, text: wrong }];
    expect(exampleProblems(all, specifiers)).toEqual([
      expect.stringMatching(/^src\/f.ts:7: .*'never\[\]' is not assignable/),
      expect.stringMatching(/^src\/f.ts:8: .*'Batch' is not assignable/),
      "src/f.ts:9: Cannot find name 'none'.",
    ]);
  });

  for (const { of, text, file, line } of examples) {
    it(`show what they say: ${of} (src/${file}:${line})`, async () => {
      const code = exampleCode(text);
      expect(code.checks.length, "checked results").toBeGreaterThan(0);
      process.chdir(await temporaryFolder());
      onTestFinished(() => process.chdir(ROOT));
      const shown = await runExample(code);
      for (const [index, check] of code.checks.entries()) {
        const where = `src/${file}:${line + check.line}`;
        const said = plainText(check.expected);
        const results = shown[index] ?? [];
        expect(results.length, `${where} is reached`).toBeGreaterThan(0);
        for (const result of results) expect(isSaid(said, result) ? said : result, where).toBe(said);
      }
    });
  }
});
