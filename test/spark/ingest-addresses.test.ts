import { cp, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ingestOnEngine } from "../../src/dataset/engine-ingest/engine-ingest.ts";
import type { Engine } from "../../src/engine/engine.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { flatJobs, mixedJobs } from "../dataset/engine-ingest/mixed-jobs.ts";
import { watchedEngine } from "../dataset/engine-ingest/watched-engine.ts";
import { fixtureFolder, labels } from "../dataset/fixture-folder.ts";
import { someJobs } from "../dataset/ingest/some-jobs.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { expectSameAtAddress } from "./expect-same-at-address.ts";
import { sparkAddress } from "./shared-cluster.ts";

vi.setConfig({ testTimeout: 900_000 });

describe("ingestOnEngine() of addresses", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(sparkAddress());
  });
  afterAll(() => engine?.close());

  const newOut = async () => `file://${join(await temporaryFolder(), "out")}`;

  const expectSame = (out: string, folder: string) => expectSameAtAddress(engine, out, folder);

  test("gives the same tables, of broken and odd jobs too", async () => {
    const files = Object.entries(mixedJobs()).filter(([name]) => !/^(?:empty|folder)\//.test(name));
    const folder = await fixtureFolder(Object.fromEntries(files));
    const out = await newOut();
    const report = await ingestOnEngine(engine, `file://${folder}`, {
      out,
      sample: 2,
      partitionBy: ["status"],
    });
    await expectSame(out, folder);
    expect(report.jobs.quarantined.map(({ jobId }) => jobId)).toEqual(["torn", "still", "unparsed"]);
  });

  test("reads jobs of several cameras, and paths as well", async () => {
    const folder = await fixtureFolder(flatJobs());
    const out = await newOut();
    await ingestOnEngine(engine, folder, { out });
    await expectSame(out, folder);
  });

  test("adds what is new, and makes all anew where something has changed, and doubles nothing", async () => {
    const folder = await fixtureFolder(someJobs(4, 2));
    const out = await newOut();
    const address = `file://${folder}/`;
    const stop = new AbortController();
    const stopped = watchedEngine(engine, (path) => {
      if (path.includes("/annotations/")) stop.abort(new Error("enough"));
    });
    await expect(ingestOnEngine(stopped, address, { out, signal: stop.signal })).rejects.toThrow("enough");
    expect((await ingestOnEngine(engine, address, { out })).jobs.read).toBe(4);
    await expectSame(out, folder);
    expect((await ingestOnEngine(engine, address, { out })).jobs).toMatchObject({ read: 0, kept: 4 });

    const more = await fixtureFolder({ ...someJobs(5, 2), "j1/labels.json": labels(3) });
    await cp(join(more, "j4"), join(folder, "j4"), { recursive: true });
    expect((await ingestOnEngine(engine, address, { out })).jobs).toMatchObject({ read: 1, kept: 4 });
    await expectSame(out, folder);
    expect(await readdir(join(out.slice("file://".length), "images"))).toHaveLength(2);

    await cp(join(more, "j1"), join(folder, "j1"), { recursive: true });
    expect((await ingestOnEngine(engine, address, { out })).jobs).toMatchObject({ read: 5, kept: 0 });
    await expectSame(out, folder);
  });

  test("says what cannot be", async () => {
    const [folder, out] = [await temporaryFolder(), await newOut()];
    await expect(ingestOnEngine(engine, `file://${folder}/none`, { out })).rejects.toThrow("no such folder");
    await expect(ingestOnEngine(engine, `file://${folder}`, { out: join(folder, "out") })).rejects.toThrow(
      "Cannot ingest",
    );
  });
});
