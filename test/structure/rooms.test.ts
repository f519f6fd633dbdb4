import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { checkImports } from "./check-imports.ts";
import { parse } from "./parse.ts";
import { readSourceFiles, sourceFiles } from "./source-files.ts";

const PACKAGE = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  dependencies: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

test("every import keeps to the table of rooms", () => {
  const dependencies = Object.keys({ ...PACKAGE.dependencies, ...PACKAGE.peerDependencies });
  expect(checkImports(readSourceFiles(), dependencies)).toEqual([]);
});

test("index.ts holds re-exports and nothing else", () => {
  const text = readSourceFiles().get("index.ts") ?? "";
  const others = parse("index.ts", text).statements.filter(
    (statement) => !ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined,
  );
  expect(others.map((statement) => statement.getText())).toEqual([]);
});

test("the check finds imports that break the rules", () => {
  const files = sourceFiles({
    "index.ts": `export * from "./cli/main.ts";`,
    "util/a.ts": `import { t } from "../tables/t.ts";`,
    "tables/t.ts": `import "./missing.ts"; import "node:fs"; import "../index.ts"; export const t = 1;`,
    "api/wire-types.ts": "export type W = 1;",
    "api/client.ts": `import type { W } from "./wire-types.ts"; import { t } from "../tables/t.ts";`,
    "params/p.ts": `import { W } from "../api/wire-types.ts"; type C = import("../api/client.ts").C;`,
    "emulator/x/file-store.ts": `import "node:fs"; import type { W } from "../../api/wire-types.ts";`,
    "emulator/x/other.ts": `import "node:fs"; export * from "../../api/wire-types.ts";`,
    "engine/e.ts": `import "vega"; import type { D } from "vega"; const v = () => import("vega"); import "left-pad";`,
    "cli/main.ts": `import "node:fs"; import "../emulator/x/other.ts"; import "../notebook/n.ts";`,
    "notebook/n.ts": `import "../emulator/x/other.ts"; import "../engine/e.ts"; import "vega/sub";`,
    "session/s.ts": `import "../io/w.ts"; const w = () => import("../stats/s.ts");`,
    "io/w.ts": "",
    "stats/s.ts": "",
    "attic/a.ts": `import "../tables/t.ts";`,
  });
  expect(checkImports(files, ["vega"])).toEqual([
    'index.ts: "./cli/main.ts" is in a room that this one may not import',
    'util/a.ts: "../tables/t.ts" is in a room that this one may not import',
    'tables/t.ts: "./missing.ts" is not a file of src',
    'tables/t.ts: "node:fs" may not be imported here: only some rooms touch Node',
    'tables/t.ts: "../index.ts" is for users of the package only',
    'api/client.ts: "../tables/t.ts" is in a room that this one may not import',
    'params/p.ts: "../api/wire-types.ts" may be imported by `import type` only',
    'params/p.ts: "../api/client.ts" is in a room that this one may not import',
    'emulator/x/other.ts: "node:fs" may not be imported here: only some rooms touch Node',
    'emulator/x/other.ts: "../../api/wire-types.ts" may be imported by `import type` only',
    'engine/e.ts: "vega" is to be loaded by `import()` on first use',
    'engine/e.ts: "left-pad" is not among the package\'s dependencies',
    'notebook/n.ts: "../emulator/x/other.ts" is in a room that this one may not import',
    'notebook/n.ts: "vega/sub" is to be loaded by `import()` on first use',
    'session/s.ts: "../stats/s.ts" is in a room that this one may not import',
    'attic/a.ts: "../tables/t.ts" is imported from a folder that is not in the table of rooms',
  ]);
});
