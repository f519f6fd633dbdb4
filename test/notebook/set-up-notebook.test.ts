import { cp, mkdir, realpath, symlink } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import type * as Arquero from "arquero";
import { expect, test } from "vitest";
import { setUpNotebook } from "../../src/notebook/set-up-notebook.ts";
import { ROOT } from "../package/pack.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

/** A copy of Arquero of its own, such as a notebook has that installs it beside this package. */
async function anotherArquero(): Promise<typeof Arquero> {
  const packages = join(await realpath(await temporaryFolder()), "node_modules");
  const installed = join(ROOT, "node_modules");
  await mkdir(packages);
  for (const name of ["@uwdata", "acorn"]) await symlink(join(installed, name), join(packages, name));
  for (const part of ["src", "package.json"]) {
    await cp(join(installed, "arquero", part), join(packages, "arquero", part), { recursive: true });
  }
  return import(pathToFileURL(join(packages, "arquero/src/index.js")).href);
}

test("the tables of the Arquero that is given show themselves, and those of another do not", async () => {
  const [given, other] = [await anotherArquero(), await anotherArquero()];
  expect(given.ColumnTable).not.toBe(other.ColumnTable);
  const before = inspect(given.table({ size: [1, 2] }));
  const shown = "2 rows × 1 column\nsize\n   1\n   2";
  expect(before).not.toBe(shown);
  await setUpNotebook(given);
  expect(inspect(given.table({ size: [1, 2] }))).toBe(shown);
  expect(
    inspect(
      given
        .table({ size: [1, 2, 3] })
        .filter("d => d.size < 3")
        .reify(),
    ),
  ).toBe(shown);
  expect(inspect(other.table({ size: [1, 2] }))).toBe(before);
});

test("of the Arquero that is given, its tables are all that changes, by methods that are not listed", async () => {
  const given = await anotherArquero();
  const { ColumnTable } = given;
  const parent = Object.getPrototypeOf(ColumnTable.prototype) as object;
  const keys = (): unknown[] => [Object.keys(given), Reflect.ownKeys(ColumnTable), Reflect.ownKeys(parent)];
  const [unchanged, names] = [keys(), Reflect.ownKeys(ColumnTable.prototype)];
  await setUpNotebook(given);
  await setUpNotebook(given);
  expect(keys()).toEqual(unchanged);
  const added = Reflect.ownKeys(ColumnTable.prototype).filter((key) => !names.includes(key));
  expect(added.map(String).sort()).toEqual([
    "Symbol(Jupyter.display)",
    "Symbol(infinity-frames.display)",
    "Symbol(nodejs.util.inspect.custom)",
  ]);
  expect(Object.keys(ColumnTable.prototype)).toEqual([]);
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["a table", { size: [1] }],
  ["a module without tables", { default: {} }],
])("what is not Arquero is refused: %s", async (_, given) => {
  await expect(setUpNotebook(given as never)).rejects.toThrow(
    new TypeError(
      'Cannot set up the notebook: expected Arquero, as `aq` of this package or as `import * as aq from "arquero"`',
    ),
  );
});
