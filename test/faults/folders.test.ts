import { once } from "node:events";
import { mkdir, readdir, readFile, rename, rm, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, vi } from "vitest";
import { openDataset } from "../../src/dataset/open-dataset.ts";
import { FolderLock } from "../../src/io/lock/folder-lock.ts";
import { FolderLockLostError } from "../../src/io/lock/folder-lock-lost-error.ts";
import { FolderLockedError } from "../../src/io/lock/folder-locked-error.ts";
import { makeBatchFolder } from "../../src/session/download/batch-folder.ts";
import { batchPaths } from "../../src/session/download/batch-paths.ts";
import { verify } from "../../src/session/download/verify.ts";
import { makeZip } from "../util/make-zip.ts";
import { downloadInChild } from "./util/download-in-child.ts";
import { emulatedBatch } from "./util/emulated-batch.ts";
import { it, type Spy } from "./util/fault-test.ts";
import { answerArchive, rawBatch } from "./util/raw-batch.ts";
import { treeOf } from "./util/tree-of.ts";

/** A batch that was downloaded, with the tree that it left. */
async function downloaded(spy: Spy, jobs = 3) {
  const served = await emulatedBatch(spy, { jobs });
  const folder = join(await spy.folder(), "batch");
  await served.batch.download(folder);
  return { ...served, folder, tree: await treeOf(folder), jobIds: served.batch.jobIds as string[] };
}

describe("#53 folders and receipts that do not fit", () => {
  it("#53 a job's folder without a receipt, half-extracted or of the Python client, is downloaded again", async ({
    spy,
  }) => {
    const { batch, folder, tree, jobIds } = await downloaded(spy);
    const [id = ""] = jobIds;
    await rm(join(folder, ".infinity", "jobs", `${id}.json`));
    await truncate(join(folder, id, "job.json"), 3);
    await writeFile(join(folder, id, "stray.txt"), "left over");
    expect(await batch.download(folder)).toMatchObject({ downloaded: [id], skipped: jobIds.slice(1) });
    expect(await treeOf(folder)).toEqual(tree);
  });

  it("#53 receipts without a folder, edited, of another job or unreadable: redone", async ({ spy }) => {
    const { batch, folder, tree, jobIds } = await downloaded(spy, 4);
    const [gone = "", edited = "", other = "", unreadable = ""] = jobIds;
    const receipt = (id: string) => join(folder, ".infinity", "jobs", `${id}.json`);
    await rm(join(folder, gone), { recursive: true });
    const text = await readFile(receipt(edited), "utf8");
    await writeFile(receipt(edited), text.replace(/"bytes":\d+,"crc32"/, '"bytes":1,"crc32"'));
    await writeFile(receipt(other), await readFile(receipt(edited)));
    await writeFile(receipt(unreadable), "{");
    expect(await batch.download(folder)).toMatchObject({ downloaded: jobIds, skipped: [] });
    expect(await treeOf(folder)).toEqual(tree);
  });

  it("#53 a file that is shortened later: downloaded again", async ({ spy }) => {
    const { batch, folder, tree, jobIds } = await downloaded(spy);
    await truncate(join(folder, jobIds[1] as string, "job.json"), 3);
    expect(await batch.download(folder)).toMatchObject({ downloaded: [jobIds[1]] });
    expect(await treeOf(folder)).toEqual(tree);
  });

  it("#53 verify reports whatever has changed, without a server", async ({ spy }) => {
    const { emulator, folder, jobIds } = await downloaded(spy, 7);
    const numRequests = emulator.requests.length;
    const [shortened = "", flipped = "", extra = "", gone = "", unreceipted = "", noJob = "", intact = ""] =
      jobIds;
    const job = (id: string) => join(folder, id, "job.json");
    await truncate(job(shortened), 3);
    const bytes = await readFile(job(flipped));
    bytes[5] = (bytes[5] as number) ^ 1;
    await writeFile(job(flipped), bytes);
    await writeFile(join(folder, extra, "notes.txt"), "mine");
    await rm(job(gone));
    await rm(join(folder, ".infinity", "jobs", `${unreceipted}.json`));
    await rm(join(folder, ".infinity", "jobs", `${noJob}.json`));
    await rm(join(folder, noJob), { recursive: true });
    const seen: string[] = [];
    const report = await verify(folder, { concurrency: 2, onProgress: ({ jobId }) => seen.push(jobId) });
    expect(report).toMatchObject({ numJobs: 7, numVerified: 1 });
    expect(report.problems).toEqual([
      { jobId: shortened, file: "job.json", problem: expect.stringMatching(/^it has 3 bytes, it had \d+$/) },
      { jobId: flipped, file: "job.json", problem: "its content has changed" },
      { jobId: extra, file: "notes.txt", problem: "it is not of the download" },
      { jobId: gone, file: "job.json", problem: "it is missing" },
      { jobId: unreceipted, file: null, problem: "it has no receipt" },
      { jobId: noJob, file: null, problem: "it was not downloaded" },
    ]);
    expect(seen.sort()).toEqual([...jobIds].sort());
    expect(emulator.requests).toHaveLength(numRequests);
    expect(report.problems.map(({ jobId }) => jobId)).not.toContain(intact);
  });

  it("#53 verify refuses what is no downloaded batch", async ({ spy }) => {
    const error = await spy.thrown(verify(await spy.folder()));
    expect(error).toMatchObject({ name: "BatchFolderError", code: "BATCH_FOLDER" });
  });
});

describe("#54 two processes, one folder", () => {
  it("#54 one works, the other waits, and the result is that of one", async ({ spy }) => {
    const { batch, emulator, folder, tree } = await downloaded(spy, 8);
    const shared = `${folder}-shared`;
    const task = { server: emulator.url, token: spy.token, batchId: batch.batchId, folder: shared };
    const outcomes = await Promise.all([1, 2].map(() => downloadInChild(task).outcome));
    for (const { output } of outcomes) spy.saw(output);
    expect(outcomes.map(({ error }) => error)).toEqual([null, null]);
    const fetched = outcomes.map(({ summary }) => summary?.downloaded.length).sort();
    expect(fetched).toEqual([0, 8]);
    expect(await treeOf(shared)).toEqual(tree);
  });

  it("#54 one that waits in vain names the owner", async ({ spy }) => {
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 1 });
    emulator.setFaults([{ path: "/results/*", fault: { stop: { afterBytes: 100, by: "silence" } } }]);
    const folder = join(await spy.folder(), "batch");
    const task = { server: emulator.url, token: spy.token, batchId: batch.batchId, folder };
    const child = downloadInChild(task);
    await vi.waitUntil(
      async () => (await readdir(join(folder, ".infinity", "lock")).catch(() => [])).length === 1,
      20_000,
    );
    const error = (await spy.thrown(batch.download(folder, { lockTimeoutMs: 300 }))) as FolderLockedError;
    expect(error).toBeInstanceOf(FolderLockedError);
    expect(error.owner).toMatchObject({ pid: child.process.pid, host: hostname() });
    expect(error.message).toContain(`process ${child.process.pid} on ${hostname()}`);
    child.process.kill("SIGKILL");
    await child.outcome;
  });
});

describe("#55 locks whose owner is gone, or not", () => {
  const LONG_AGO = new Date(Date.now() - 3_600_000);

  async function lockedFolder(spy: Spy, owner: { pid: number; host?: string; startedAt?: string } | null) {
    const paths = batchPaths(join(await spy.folder(), "batch"));
    await makeBatchFolder(paths);
    await mkdir(paths.lock);
    const whole = { host: hostname(), startedAt: new Date().toISOString(), ...owner };
    const file = join(paths.lock, "someone");
    await writeFile(file, owner === null ? "" : JSON.stringify(whole));
    return { paths, file };
  }

  const acquire = (paths: ReturnType<typeof batchPaths>) =>
    FolderLock.acquire(paths, { timeoutMs: 250, signal: undefined });

  async function deadPid(): Promise<number> {
    const { process: child, outcome } = downloadInChild({
      token: "",
      batchId: "",
      folder: "",
      before: "exit",
    });
    await outcome;
    return child.pid as number;
  }

  it("#55 dead pid: taken over at once", async ({ spy }) => {
    const { paths, file } = await lockedFolder(spy, { pid: await deadPid() });
    const lock = await acquire(paths);
    expect(await readdir(paths.lock)).toEqual([lock.ownerId]);
    await expect(readFile(file)).rejects.toThrow("ENOENT");
    await lock.release();
    expect(await readdir(paths.own)).not.toContain("lock");
  });

  it("#55 pid reused: respected", async ({ spy }) => {
    const { paths } = await lockedFolder(spy, { pid: process.ppid });
    expect(await spy.thrown(acquire(paths))).toBeInstanceOf(FolderLockedError);
  });

  it("#55 our own pid, of an earlier process that had it: taken over", async ({ spy }) => {
    const { paths } = await lockedFolder(spy, { pid: process.pid, startedAt: new Date(0).toISOString() });
    await (await acquire(paths)).release();
    const { paths: ours } = await lockedFolder(spy, { pid: process.pid });
    expect(await spy.thrown(acquire(ours))).toBeInstanceOf(FolderLockedError);
  });

  it("#55 other host: respected", async ({ spy }) => {
    const { paths } = await lockedFolder(spy, { pid: await deadPid(), host: "elsewhere" });
    const error = (await spy.thrown(acquire(paths))) as FolderLockedError;
    expect(error.message).toContain("on elsewhere");
  });

  it("#55 heartbeat old: taken over, whoever it was", async ({ spy }) => {
    for (const owner of [{ pid: process.ppid }, { pid: 1, host: "elsewhere" }, null]) {
      const { paths, file } = await lockedFolder(spy, owner);
      await utimes(file, LONG_AGO, LONG_AGO);
      const lock = await acquire(paths);
      expect(await readdir(paths.lock)).toEqual([lock.ownerId]);
      await lock.release();
    }
  });

  it("#55 many take over at once: one gets it", async ({ spy }) => {
    const { paths } = await lockedFolder(spy, { pid: await deadPid() });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => acquire(paths)));
    const locks = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(locks).toHaveLength(1);
    expect(await readdir(paths.lock)).toEqual([locks[0]?.ownerId]);
    await locks[0]?.release();
  });

  it("#55 signs of life keep a lock from being taken", async ({ spy }) => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const { paths } = await lockedFolder(spy, { pid: await deadPid() });
    const lock = await acquire(paths);
    try {
      await utimes(join(paths.lock, lock.ownerId), LONG_AGO, LONG_AGO);
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(async () =>
        expect(await spy.thrown(acquire(paths))).toBeInstanceOf(FolderLockedError),
      );
      expect(lock.signal.aborted).toBe(false);
    } finally {
      vi.useRealTimers();
      await lock.release();
    }
  });

  it("#55 laptop sleep for an hour, while another took over: aborts cleanly, and touches nothing any more", async ({
    spy,
  }) => {
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 2 });
    emulator.setFaults([{ path: "/results/*", fault: { stop: { afterBytes: 100, by: "silence" } } }]);
    const folder = join(await spy.folder(), "batch");
    const paths = batchPaths(folder);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const asleep = spy.thrown(batch.download(folder));
      await vi.waitUntil(
        () => emulator.requests.filter(({ path }) => path.startsWith("/results/")).length === 2,
        20_000,
      );
      const [file = ""] = await readdir(paths.lock);
      await utimes(join(paths.lock, file), LONG_AGO, LONG_AGO);
      const other = await acquire(paths);
      vi.advanceTimersByTime(3_600_000);
      expect(await asleep).toBeInstanceOf(FolderLockLostError);
      expect(await readdir(paths.lock)).toEqual([other.ownerId]);
      expect((await readdir(folder)).sort()).toEqual([".infinity", "batch_id.txt"]);
      await other.release();
    } finally {
      vi.useRealTimers();
    }
  });

  it("#55 a lock that was lost unnoticed: the finished job is not put in place", async ({ spy }) => {
    const folder = join(await spy.folder(), "batch");
    const paths = batchPaths(folder);
    const { batch } = await rawBatch(spy, {
      results: async (socket, { archive }) => {
        const [file = ""] = await readdir(paths.lock);
        await rename(join(paths.lock, file), join(paths.lock, "another"));
        answerArchive(socket, archive);
      },
    });
    expect(await spy.thrown(batch.download(folder))).toBeInstanceOf(FolderLockLostError);
    expect((await readdir(folder)).sort()).toEqual([".infinity", "batch_id.txt"]);
    expect(await readdir(paths.lock)).toEqual(["another"]);
  });
});

describe("#56 folders of others", () => {
  it("#56 another batch, or foreign files: refused, nothing changed", async ({ spy }) => {
    const { folder, tree } = await downloaded(spy, 1);
    const { batch: other } = await rawBatch(spy, {
      results: (socket, { archive }) => answerArchive(socket, archive),
    });
    expect(await spy.thrown(other.download(folder))).toMatchObject({ code: "BATCH_FOLDER" });
    expect(await treeOf(folder)).toEqual(tree);
    const foreign = await spy.folder();
    await mkdir(join(foreign, "photos"));
    await writeFile(join(foreign, "photos", "a.txt"), "precious");
    const before = await treeOf(foreign);
    expect(await spy.thrown(other.download(foreign))).toMatchObject({ code: "BATCH_FOLDER" });
    expect(await treeOf(foreign)).toEqual(before);
  });

  it("#56 two batches that begin at once in a new folder: one gets it, the other is refused", async ({
    spy,
  }) => {
    const folder = join(await spy.folder(), "batch");
    const first = await emulatedBatch(spy, { jobs: 1 });
    const second = await emulatedBatch(spy, { jobs: 2, emulator: { seed: "second" } });
    const outcomes = await Promise.allSettled([first, second].map(({ batch }) => batch.download(folder)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await verify(folder)).toMatchObject({ problems: [] });
  });
});

describe("#42 links in the folder", () => {
  it("#42 a link in a job's place is replaced, and what it points at is left alone", async ({ spy }) => {
    const { batch, folder, tree, jobIds } = await downloaded(spy);
    const elsewhere = await spy.folder();
    await writeFile(join(elsewhere, "job.json"), "precious");
    const [id = ""] = jobIds;
    await rm(join(folder, id), { recursive: true });
    await symlink(elsewhere, join(folder, id));
    expect(await batch.download(folder)).toMatchObject({ downloaded: [id] });
    expect(await treeOf(folder)).toEqual(tree);
    expect(await readFile(join(elsewhere, "job.json"), "utf8")).toBe("precious");
    expect(await readdir(elsewhere)).toEqual(["job.json"]);
  });

  it("#42 a link in place of the folders that are ours: refused", async ({ spy }) => {
    for (const name of [".infinity", ".infinity/tmp", ".infinity/jobs"]) {
      const { batch } = await rawBatch(spy, {
        results: (socket, { archive }) => answerArchive(socket, archive),
      });
      const [folder, elsewhere] = [await spy.folder(), await spy.folder()];
      if (name !== ".infinity") await mkdir(join(folder, ".infinity"));
      await symlink(elsewhere, join(folder, name));
      expect(await spy.thrown(batch.download(folder))).toMatchObject({ code: "BATCH_FOLDER" });
      expect(await readdir(elsewhere)).toEqual([]);
    }
  });

  it("#42 a link in place of a file of a finished job: not taken for it", async ({ spy }) => {
    const { batch, folder, tree, jobIds } = await downloaded(spy);
    const [id = ""] = jobIds;
    const elsewhere = join(await spy.folder(), "job.json");
    await rename(join(folder, id, "job.json"), elsewhere);
    await symlink(elsewhere, join(folder, id, "job.json"));
    expect((await verify(folder)).problems).toEqual([
      { jobId: id, file: "job.json", problem: "it is not a file any more" },
    ]);
    expect(await batch.download(folder)).toMatchObject({ downloaded: [id] });
    expect(await treeOf(folder)).toEqual(tree);
  });
});

describe("#48 ids that are no names", () => {
  it("#48 ids that leave the folder, are too long or differ by case only: folders of their own, inside", async ({
    spy,
  }) => {
    const jobIds = [
      "../x",
      "..",
      "a/b",
      "%2e%2e",
      "x".repeat(300),
      "Job",
      "job",
      "CON",
      "batch_id.txt",
      "plain",
    ];
    const parent = await spy.folder();
    const folder = join(parent, "batch");
    const { batch } = await rawBatch(spy, {
      jobIds,
      results: (socket, { jobId }) => {
        const top = /^\w{1,99}$/.test(jobId) && jobId !== "CON" ? jobId : "result";
        answerArchive(
          socket,
          Buffer.from(makeZip([{ name: `${top}/job.json`, data: JSON.stringify({ jobId }) }])),
        );
      },
    });
    expect(await batch.download(folder)).toMatchObject({ downloaded: jobIds });
    expect(await readdir(parent)).toEqual(["batch"]);
    const names = (await readdir(folder)).filter((name) => ![".infinity", "batch_id.txt"].includes(name));
    expect(names).toHaveLength(jobIds.length);
    expect(names.filter((name) => !/^job-[0-9a-f]{16}$/.test(name))).toEqual(["plain"]);
    expect(await batch.download(folder)).toMatchObject({ downloaded: [], skipped: jobIds });
    expect(await verify(folder)).toMatchObject({ numVerified: jobIds.length, problems: [] });
    const jobs = (await openDataset(folder)).jobs;
    expect(jobs.array("job_id")).toEqual(jobIds);
  });
});

describe("a lock that is held", () => {
  it("is given back when the download ends, also by an error", async ({ spy }) => {
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 1 });
    emulator.setFaults([{ path: "/results/*", fault: { reply: { status: 404 } } }]);
    const folder = join(await spy.folder(), "batch");
    await spy.thrown(batch.download(folder));
    expect(await readdir(join(folder, ".infinity"))).not.toContain("lock");
  });

  it("is refused at once where a file or a link has its place", async ({ spy }) => {
    const { batch } = await emulatedBatch(spy, { jobs: 1 });
    for (const block of [writeFile, (path: string) => symlink(tmpdir(), path)]) {
      const folder = join(await spy.folder(), "batch");
      const { own, lock } = batchPaths(folder);
      await mkdir(own, { recursive: true });
      await block(lock, "");
      const error = await spy.thrown(batch.download(folder));
      expect(error).toMatchObject({ code: "BATCH_FOLDER" });
      expect(error.message).toContain(`${lock} is no folder; remove it`);
    }
  });

  it("is not waited for in vain where a file takes its place meanwhile", async ({ spy }) => {
    const paths = batchPaths(join(await spy.folder(), "batch"));
    await makeBatchFolder(paths);
    await writeFile(paths.lock, "");
    const signal = AbortSignal.timeout(5000);
    const error = await spy.thrown(FolderLock.acquire(paths, { timeoutMs: 0, signal }));
    expect(error).toMatchObject({ code: "ENOTDIR" });
  });

  it("does not keep a wait from being aborted", async ({ spy }) => {
    const paths = batchPaths(join(await spy.folder(), "batch"));
    await makeBatchFolder(paths);
    const lock = await FolderLock.acquire(paths, { timeoutMs: 0, signal: undefined });
    const controller = new AbortController();
    const waiting = FolderLock.acquire(paths, { timeoutMs: 30_000, signal: controller.signal });
    const reason = new Error("enough");
    setTimeout(() => controller.abort(reason), 20);
    await once(controller.signal, "abort");
    expect(await spy.thrown(waiting)).toBe(reason);
    await lock.release();
  });
});
