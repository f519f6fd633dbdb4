import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { pack, ROOT } from "../package/pack.ts";
import { run } from "../package/run.ts";
import { exportsOf } from "../structure/exports-of.ts";
import { readSourceFiles } from "../structure/source-files.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { ambient, FOLDER_NAMES } from "./ambient.ts";

const DOCS = join(ROOT, "dist/docs");
let pages: string[];

beforeAll(async () => {
  const { code, stdout, stderr } = await run("npm", ["run", "--silent", "docs"], { cwd: ROOT });
  if (code !== 0) throw new Error(`${stdout}\n${stderr}`);
  pages = (await readdir(DOCS, { recursive: true })).filter((path) => path.endsWith(".html"));
}, 120_000);

test.each([
  ["index.ts", "infinity-frames"],
  ["emulator/index.ts", "infinity-frames_emulator"],
])("the reference has a page for everything that %s exports", (entry, prefix) => {
  const names = exportsOf(readSourceFiles(), entry).symbols.map(({ name }) => name);
  const lacking = names.filter((name) => !pages.some((page) => page.endsWith(`/${prefix}.${name}.html`)));
  expect(lacking).toEqual([]);
});

test("the reference lists what the package exports below its topics, in their order", async () => {
  const page = await readFile(join(DOCS, "modules/infinity-frames.html"), "utf8");
  const index = await readFile(join(ROOT, "src/index.ts"), "utf8");
  const shown = [
    ...page.matchAll(/<details class="tsd-panel-group[^>]*><summary[^>]*"section-([^"]*)"/g),
  ].map((match) => match[1]);
  expect(shown).toEqual([...index.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1]));
});

test("the reference loads nothing from elsewhere", async () => {
  const texts = await Promise.all(pages.map((page) => readFile(join(DOCS, page), "utf8")));
  const loaded = texts.flatMap((text) => text.match(/<(?:script|link|img|iframe)\b[^>]*/g) ?? []);
  expect(loaded.length).toBeGreaterThan(pages.length);
  expect(loaded.filter((tag) => /=["']?(?:https?:)?\/\//.test(tag))).toEqual([]);
  const style = await readFile(join(DOCS, "assets/style.css"), "utf8");
  expect(style).not.toMatch(/url\(["']?(?:https?:)?\/\//);
});

test("the reference's front page explains what examples take as given", async () => {
  const page = await readFile(join(DOCS, "index.html"), "utf8");
  for (const name of [...Object.keys(ambient), ...FOLDER_NAMES])
    expect(page).toContain(`<code>${name}</code>`);
});

test("the package comes without the reference", async () => {
  const { files } = await pack(await temporaryFolder());
  expect(files).toContain("dist/index.js");
  expect(files.filter((path) => path.startsWith("dist/docs"))).toEqual([]);
});
