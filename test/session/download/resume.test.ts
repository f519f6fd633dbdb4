import { mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, vi } from "vitest";
import type { ClientEvent } from "../../../src/api/client-event.ts";
import { FreeSpace } from "../../../src/session/download/free-space.ts";
import { verify } from "../../../src/session/download/verify.ts";
import { emulatedBatch } from "../../faults/util/emulated-batch.ts";
import { it, type Spy } from "../../faults/util/fault-test.ts";
import { rawBatch } from "../../faults/util/raw-batch.ts";

/** A download of one job that was given up after 5000 bytes. */
async function givenUp(spy: Spy) {
  const served = await emulatedBatch(spy, { jobs: 1 });
  const { batch, emulator } = served;
  const folder = join(await spy.folder(), "batch");
  emulator.setFaults([
    {
      path: "/results/*",
      fault: { trickle: { bytes: 1000, everyMs: 10 }, stop: { afterBytes: 5000, by: "silence" } },
    },
  ]);
  const controller = new AbortController();
  const reason = new Error("enough");
  const download = spy.thrown(batch.download(folder, { signal: controller.signal }));
  const temporary = join(folder, ".infinity", "tmp");
  await vi.waitUntil(async () => {
    const part = (await readdir(temporary).catch(() => [])).find((name) => name.endsWith(".part"));
    return part !== undefined && (await stat(join(temporary, part))).size === 5000;
  }, 20_000);
  controller.abort(reason);
  expect(await download).toBe(reason);
  emulator.setFaults([]);
  return { ...served, folder, temporary };
}

function states(events: readonly ClientEvent[]): string[] {
  return events.flatMap((event) => (event.type === "download" ? [event.state] : []));
}

describe("a later download", () => {
  it("goes on with the part of an archive that an earlier one left", async ({ spy }) => {
    const { batch, folder, temporary, results } = await givenUp(spy);
    expect((await readdir(temporary)).map((name) => name.replace(/^.*\.part/, "part")).sort()).toEqual([
      "part",
      "part.json",
    ]);
    spy.events.length = 0;
    await batch.download(folder);
    expect(results().at(-1)).toMatchObject({ status: 206, headers: { range: "bytes=5000-" } });
    expect(states(spy.events)).toEqual(["resumed", "fetched", "finished"]);
    expect(await verify(folder)).toMatchObject({ numVerified: 1, problems: [] });
    expect(await readdir(temporary)).toEqual([]);
  });

  it("begins anew where the archive is another one by now", async ({ spy }) => {
    const { batch, folder, temporary, results } = await givenUp(spy);
    const note = (await readdir(temporary)).find((name) => name.endsWith(".json")) as string;
    const size = Number(results()[0]?.bytes) + 1e6;
    await writeFile(join(temporary, note), JSON.stringify({ etag: '"another"', size }));
    await batch.download(folder);
    expect(results().at(-1)).toMatchObject({ status: 200, headers: { "if-range": '"another"' } });
    expect(await verify(folder)).toMatchObject({ numVerified: 1, problems: [] });
  });

  it("fetches a part again whose bytes turn out wrong", async ({ spy }) => {
    const { batch, folder, temporary, results } = await givenUp(spy);
    const part = (await readdir(temporary)).find((name) => name.endsWith(".part")) as string;
    await writeFile(join(temporary, part), Buffer.alloc(5000));
    await batch.download(folder);
    expect(
      results()
        .slice(-2)
        .map(({ status }) => status),
    ).toEqual([206, 200]);
    expect(await verify(folder)).toMatchObject({ numVerified: 1, problems: [] });
  });

  it("removes whatever else it finds among the work in progress", async ({ spy }) => {
    const { batch, folder, temporary, results } = await givenUp(spy);
    const note = (await readdir(temporary)).find((name) => name.endsWith(".json")) as string;
    await rename(join(temporary, note), join(temporary, "stray.json"));
    await mkdir(join(temporary, "job.someone.part.x", "new"), { recursive: true });
    await batch.download(folder);
    expect(results().at(-1)?.headers).not.toHaveProperty("range");
    expect(await readdir(temporary)).toEqual([]);
  });
});

describe("FreeSpace", () => {
  it("warns once when the disk has less room than what is to come needs", async ({ spy }) => {
    const { client } = await rawBatch(spy, { results: () => {} });
    const space = new FreeSpace(client, await spy.folder());
    await space.check(1, 1);
    expect(spy.events).toEqual([]);
    await space.check(1e15, 3);
    await space.check(1e15, 3);
    expect(spy.events).toEqual([
      {
        type: "warning",
        message: expect.stringMatching(/ has \d+ MB free, and its 3 jobs .* 4000000000 MB/),
      },
    ]);
  });
});
