import { mkdir, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treeOf } from "../../faults/util/tree-of.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { fixtureFolder, labels } from "../fixture-folder.ts";
import { ingest, openParquetDataset } from "./built.ts";
import { expectSame } from "./expect-same.ts";

type Labels = Record<string, Record<string, unknown>[]> & { info: Record<string, unknown> };

/** Labels of one frame, with a field that no schema knows. */
function labelsWith(extra: unknown, frames = 1): Labels {
  const document = labels(frames, [[50, 10]]) as Labels;
  for (const image of document.images ?? []) if (extra !== undefined) image.extra = extra;
  if (extra !== undefined) document.info.extra = extra;
  return document;
}

function jobs(extras: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const files: Record<string, unknown> = {};
  for (const [id, extra] of Object.entries(extras)) {
    files[`${id}/job.json`] = { params: { level: extra ?? null } };
    files[`${id}/labels.json`] = labelsWith(extra);
  }
  return files;
}

/** What stands for a number in JSON that `JSON.stringify` does not write. */
const raw = (word: string) => `raw:${word}`;

/** Writes jobs into a folder, or takes those away that are null. */
async function change(folder: string, extras: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [id, extra] of Object.entries(extras)) {
    await rm(join(folder, id), { recursive: true, force: true });
    if (extra === null) continue;
    await mkdir(join(folder, id));
    for (const [path, content] of Object.entries(jobs({ [id]: extra }))) {
      await writeFile(join(folder, path), JSON.stringify(content).replaceAll(/"raw:([^"]*)"/g, "$1"));
    }
  }
}

describe("ingest() into the same folder again", () => {
  it("reads nothing and writes nothing where nothing has changed", async () => {
    const folder = await fixtureFolder(jobs({ a: 1, b: 2 }));
    const out = join(await temporaryFolder(), "out");
    const first = await ingest(folder, out);
    const tree = await treeOf(out);
    const again = await ingest(folder, out);
    expect(again.jobs).toMatchObject({ read: 0, kept: 2, removed: 0 });
    expect(again.tables).toEqual(first.tables);
    expect(await treeOf(out)).toEqual(tree);
  });

  it("reads again the jobs whose files are gone or cut, and no others", async () => {
    const folder = await fixtureFolder(jobs({ a: 1, b: 2, c: 3 }));
    const out = join(await temporaryFolder(), "out");
    await ingest(folder, out, { partBytes: 1 });
    const tables = await openParquetDataset(out);
    const [gone, cut] = [tables.parts("images")[0], tables.parts("annotations")[2]];
    await rm(gone?.path ?? "");
    await truncate(cut?.path ?? "", 100);
    expect((await ingest(folder, out, { partBytes: 1 })).jobs).toMatchObject({ read: 2, kept: 1 });
    await expectSame(out, folder);

    for (const name of ["jobs", "imu"] as const) await rm(join(out, name), { recursive: true });
    expect((await ingest(folder, out, { partBytes: 1 })).jobs).toMatchObject({ read: 0, kept: 3 });
    await expectSame(out, folder);
  });

  it.each([1, undefined])(
    "reads what is new or changed and drops what is gone, with parts of %s bytes",
    async (partBytes) => {
      const folder = await fixtureFolder(jobs({ a: 1, b: 2, d: 4 }));
      const out = join(await temporaryFolder(), "out");
      const options = partBytes === undefined ? {} : { partBytes };
      await ingest(folder, out, options);
      await expectSame(out, folder);

      await change(folder, { b: 2.5 });
      expect((await ingest(folder, out, options)).jobs).toMatchObject({ read: 1, kept: 2, removed: 0 });
      await expectSame(out, folder);

      await change(folder, { c: 3 });
      expect((await ingest(folder, out, options)).jobs).toMatchObject({ read: 1, kept: 3, removed: 0 });
      await expectSame(out, folder);

      await change(folder, { a: null });
      expect((await ingest(folder, out, options)).jobs).toMatchObject({ read: 0, kept: 3, removed: 1 });
      await expectSame(out, folder);
    },
  );

  it("gives columns the type that all values have in common, and takes it back when the reason is gone", async () => {
    const folder = await fixtureFolder(jobs({ a: 1, b: -2.5, c: [1, 2], d: true }));
    const out = join(await temporaryFolder(), "out");
    await ingest(folder, out, { partBytes: 1 });
    await expectSame(out, folder);
    await change(folder, { c: "text", d: 7 });
    await ingest(folder, out);
    await expectSame(out, folder);
    await change(folder, { c: null, b: 8 });
    // What "d" was before it was made a text, only its file tells.
    expect((await ingest(folder, out)).jobs).toMatchObject({ read: 2, kept: 1, removed: 1 });
    await expectSame(out, folder);
  });

  it("makes of texts again what they were, integers beyond 2^53 in lists and -0 too", async () => {
    const folder = await fixtureFolder(jobs({ z: 1 }));
    const out = join(await temporaryFolder(), "out");
    for (const [extra, other] of [
      [[2 ** 53, 0.5], 7],
      [[2 ** 53, 0.5], [1]],
      [raw("-0.0"), true],
      [raw("-0.0"), 0.5],
      [raw("-0.0"), 3],
    ]) {
      await change(folder, { a: extra, z: other });
      await ingest(folder, out, { partBytes: 1 });
      await expectSame(out, folder);
    }
  });

  it("gives after any changes what reading all of it gives", async () => {
    const extra = fc.oneof(
      fc.constantFrom(
        undefined,
        null,
        true,
        0,
        1,
        -1.5,
        3e9,
        2 ** 53,
        1e300,
        "x",
        "5",
        "",
        [1, 2],
        [[1], [2.5]],
        ["a"],
        [[]],
        [2 ** 53, 0.5],
        raw("-0.0"),
        raw("NaN"),
        raw("9007199254740993"),
        raw("9223372036854775808"),
      ),
      fc.integer(),
    );
    const step = fc.record({
      jobs: fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), extra),
      parts: fc.constantFrom(1, 2000),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        const folder = await fixtureFolder(jobs({ z: 1 }));
        const out = join(await temporaryFolder(), "out");
        for (const { jobs: some, parts } of steps) {
          await change(folder, some);
          await ingest(folder, out, { partBytes: parts });
          await expectSame(out, folder, { everyFile: false, sameOrder: false });
        }
      }),
      { numRuns: Number(process.env.INGEST_RUNS ?? 12) },
    );
  }, 120_000);
});
