import { open, readdir, readFile, stat } from "node:fs/promises";
import type { Socket } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, vi } from "vitest";
import { ArchiveError } from "../../src/archives/archive-error.ts";
import { DownloadSummaryError } from "../../src/session/download/download-summary-error.ts";
import { verify } from "../../src/session/download/verify.ts";
import { makeZip } from "../util/make-zip.ts";
import { head } from "./util/chaos-server.ts";
import { downloadInChild } from "./util/download-in-child.ts";
import { emulatedBatch } from "./util/emulated-batch.ts";
import { it, type Spy } from "./util/fault-test.ts";
import {
  answerArchive,
  archiveOf,
  type RawBatchOptions,
  type ResultRequest,
  rawBatch,
} from "./util/raw-batch.ts";
import { smallDisk } from "./util/small-disk.ts";
import { treeOf } from "./util/tree-of.ts";

/** Sends some bytes and, once they are on the client's disk, cuts the connection. */
type BreakOff = (socket: Socket, bytes: Buffer) => void;

interface RawDownloadOptions extends Omit<RawBatchOptions, "results"> {
  results: (socket: Socket, request: ResultRequest, breakOff: BreakOff) => void;
}

/** Downloads a batch of a raw server to a new folder. */
async function downloadRaw(spy: Spy, { results, ...options }: RawDownloadOptions) {
  const folder = join(await spy.folder(), "batch");
  const partBytes = async (): Promise<number> => {
    const temporary = join(folder, ".infinity", "tmp");
    const part = (await readdir(temporary)).find((name) => name.endsWith(".part"));
    return part === undefined ? 0 : (await stat(join(temporary, part))).size;
  };
  const breakOff: BreakOff = (socket, bytes) => {
    socket.write(bytes);
    void vi
      .waitUntil(async () => (await partBytes()) === bytes.length, 20_000)
      .finally(() => socket.destroy());
  };
  const { batch, server } = await rawBatch(spy, {
    ...options,
    results: (socket, request) => results(socket, request, breakOff),
  });
  const download = batch.download(folder);
  return { folder, server, download };
}

/** The error of the only job that failed. */
async function jobError(spy: Spy, download: Promise<unknown>): Promise<Error> {
  const error = await spy.thrown(download);
  expect(error).toBeInstanceOf(DownloadSummaryError);
  const { failed } = error as DownloadSummaryError;
  expect(failed).toHaveLength(1);
  return failed[0]?.error as Error;
}

async function expectWhole(folder: string, jobId = "job-1"): Promise<void> {
  expect(await readFile(join(folder, jobId, "deep", "data.bin"))).toEqual(Buffer.alloc(100_000, jobId));
  expect(await verify(folder)).toMatchObject({ numVerified: 1, problems: [] });
  expect(await readdir(join(folder, ".infinity", "tmp"))).toEqual([]);
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Replaces `write` of the file handles that parts of archives are written through, and of no others. */
async function replacePartWrites(
  replacement: (write: () => Promise<unknown>, args: unknown[]) => Promise<unknown>,
): Promise<void> {
  const handle = await open("/dev/null");
  const prototype = Object.getPrototypeOf(handle) as { write: (...args: unknown[]) => Promise<unknown> };
  await handle.close();
  const { write } = prototype;
  vi.spyOn(prototype, "write").mockImplementation(function (this: unknown, ...args: unknown[]) {
    const isPart = typeof args[3] === "number";
    return isPart ? replacement(() => write.apply(this, args), args) : write.apply(this, args);
  });
}

describe("slow downloads", () => {
  it("#6 trickle: downloads pass the stall clock and hit the deadline of the whole", async ({ spy }) => {
    const client = { timeouts: { stallMs: 400, totalMs: 1200 } };
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 1, client });
    emulator.setFaults([{ path: "/results/*", fault: { trickle: { bytes: 1, everyMs: 100 } } }]);
    const error = await jobError(spy, batch.download(join(await spy.folder(), "batch")));
    expect(error).toMatchObject({ name: "TimeoutError", clock: "total", limitMs: 1200 });
  });

  it("#7 stall while the disk is slow: detected although the network has more to give", async ({ spy }) => {
    await replacePartWrites(() => new Promise(() => {}));
    try {
      const { download } = await downloadRaw(spy, {
        results: (socket, { archive }) => answerArchive(socket, archive),
        client: { timeouts: { stallMs: 200 }, downloadRetries: 0 },
      });
      expect(await jobError(spy, download)).toMatchObject({ name: "TimeoutError", clock: "stall" });
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("#7 stall: a download that got going again is not cut", async ({ spy }) => {
    const { folder, download } = await downloadRaw(spy, {
      results: (socket, { archive }) => {
        socket.write(head(200, { "Content-Length": archive.length }));
        for (let i = 0; i < 4; i++) {
          const piece = archive.subarray((i * archive.length) / 4, ((i + 1) * archive.length) / 4);
          setTimeout(() => socket.write(piece), i * 150);
        }
      },
      client: { timeouts: { stallMs: 400 }, downloadRetries: 0 },
    });
    await download;
    await expectWhole(folder);
  });
});

describe("retries", () => {
  it("#10 5,000 jobs all 503: the retry budget bounds the requests, and jobs then fail at once", async ({
    spy,
  }) => {
    const jobIds = Array.from({ length: 5000 }, (_, i) => `job-${i}`);
    const { download, server } = await downloadRaw(spy, {
      jobIds,
      results: (socket) => void socket.write(head(503, { "Retry-After": "0", "Content-Length": 0 })),
    });
    const error = (await spy.thrown(download)) as DownloadSummaryError;
    expect(error.failed).toHaveLength(5000);
    const numRequests = server.heads.filter((text) => text.includes("/results/")).length;
    expect(numRequests).toBeGreaterThan(5000);
    expect(numRequests).toBeLessThanOrEqual(5100);
    expect(error.message.length).toBeLessThan(1000);
    expect(spy.events.filter(({ type }) => type === "warning")).toHaveLength(1);
  }, 60_000);

  it("#31 presigned 403 expired mid-batch: one refresh per job, shared, and resumed at the offset", async ({
    spy,
  }) => {
    const { batch, emulator, results, summaries } = await emulatedBatch(spy, { jobs: 3 });
    const cut = { trickle: { bytes: 1000, everyMs: 20 }, stop: { afterBytes: 5000, by: "reset" } } as const;
    emulator.setFaults([
      { path: "/results/*", at: [1], perPath: true, fault: cut },
      { path: "/results/*", at: [2], perPath: true, fault: { expireAddress: true } },
    ]);
    const folder = join(await spy.folder(), "batch");
    await batch.download(folder);
    expect(await verify(folder)).toMatchObject({ numVerified: 3, problems: [] });
    expect(
      results()
        .map(({ status }) => status)
        .sort(),
    ).toEqual([200, 200, 200, 206, 206, 206, 403, 403, 403]);
    expect(summaries().length).toBeLessThanOrEqual(4);
    for (const { headers } of results().filter(({ status }) => status === 206)) {
      expect(headers).toMatchObject({ range: expect.stringMatching(/^bytes=[1-9]\d*-$/), "if-range": /^"/ });
    }
  });

  it("#31 a result whose addresses all expire: a new one is asked for once only", async ({ spy }) => {
    const { batch, emulator, results, summaries } = await emulatedBatch(spy, { jobs: 1 });
    emulator.setFaults([{ path: "/results/*", fault: { expireAddress: true } }]);
    const error = await jobError(spy, batch.download(join(await spy.folder(), "batch")));
    expect(error).toMatchObject({ name: "PermissionError", status: 403 });
    expect(error.message).toContain("answered 403, the address is not valid, or not any more");
    expect(results()).toHaveLength(2);
    expect(summaries()).toHaveLength(2);
  });
});

describe("bodies that are cut short", () => {
  it("#35 Content-Length longer than the body: the rest is asked for by Range, the bytes are the same", async ({
    spy,
  }) => {
    const { folder, server, download } = await downloadRaw(spy, {
      results: (socket, { archive, from }, breakOff) => {
        if (from !== null) {
          const range = `bytes ${from}-${archive.length - 1}/${archive.length}`;
          const rest = archive.subarray(from);
          socket.write(head(206, { "Content-Length": rest.length, "Content-Range": range, ETag: '"one"' }));
          socket.write(rest);
          return;
        }
        socket.write(head(200, { "Content-Length": archive.length, ETag: '"one"' }));
        breakOff(socket, archive.subarray(0, 40_000));
      },
    });
    await download;
    await expectWhole(folder);
    const asked = server.heads.filter((text) => text.includes("/results/"));
    expect(asked).toHaveLength(2);
    expect(asked[1]).toMatch(/range: bytes=40000-/i);
    expect(asked[1]).toMatch(/if-range: "one"/i);
  });

  it("#36 close-delimited body cut short: fetched again, from its start", async ({ spy }) => {
    const { folder, server, download } = await downloadRaw(spy, {
      results: (socket, { archive, number }) => {
        socket.write(head(200, { Connection: "close" }));
        socket.end(number === 1 ? archive.subarray(0, 50_000) : archive);
      },
    });
    await download;
    await expectWhole(folder);
    expect(server.heads.filter((text) => text.includes("/results/"))).toHaveLength(2);
  });

  it("#36 close-delimited body that is always cut short: ArchiveError, retried, no receipt", async ({
    spy,
  }) => {
    const { folder, server, download } = await downloadRaw(spy, {
      results: (socket, { archive }) => {
        socket.write(head(200, { Connection: "close" }));
        socket.end(archive.subarray(0, 50_000));
      },
      client: { downloadRetries: 2 },
    });
    expect(await jobError(spy, download)).toMatchObject({ name: "ArchiveError", code: "ARCHIVE_TRUNCATED" });
    expect(server.heads.filter((text) => text.includes("/results/"))).toHaveLength(3);
    expect(await readdir(join(folder, ".infinity", "jobs"))).toEqual([]);
  });

  const SIZE = archiveOf("job-1").length;
  it.for<[name: string, status: number, headers: (from: number) => Record<string, string | number>]>([
    ["a 206 that starts too early", 206, () => ({ "Content-Range": `bytes 10-${SIZE - 1}/${SIZE}` })],
    ["a 206 that starts too late", 206, () => ({ "Content-Range": `bytes 50000-${SIZE - 1}/${SIZE}` })],
    ["a 206 that ends early", 206, (from) => ({ "Content-Range": `bytes ${from}-${SIZE - 9}/${SIZE}` })],
    ["a 206 of another length", 206, (from) => ({ "Content-Range": `bytes ${from}-${SIZE}/${SIZE + 1}` })],
    ["a 206 without Content-Range", 206, () => ({})],
    [
      "a 206 of another ETag",
      206,
      (from) => ({ "Content-Range": `bytes ${from}-${SIZE - 1}/${SIZE}`, ETag: '"two"' }),
    ],
    [
      "a 206 whose Content-Length is another",
      206,
      (from) => ({ "Content-Range": `bytes ${from}-${SIZE - 1}/${SIZE}`, "Content-Length": 5 }),
    ],
    ["200 in answer to Range", 200, () => ({ ETag: '"two"' })],
    ["416", 416, () => ({ "Content-Range": `bytes */${SIZE}`, "Content-Length": 0 })],
  ])("#37 %s: restarted from 0, nothing appended", async ([, status, headers], { spy }) => {
    const { folder, server, download } = await downloadRaw(spy, {
      results: (socket, { archive, number, from }, breakOff) => {
        if (number === 1) {
          socket.write(head(200, { "Content-Length": archive.length, ETag: '"one"' }));
          breakOff(socket, archive.subarray(0, 40_000));
        } else if (number === 2) {
          const more = headers(from ?? 0);
          const start = /^bytes (\d+)-/.exec(String(more["Content-Range"]))?.[1] ?? from ?? 0;
          const whole = status === 416 ? Buffer.alloc(0) : archive;
          const body = status === 206 ? whole.subarray(Number(start)) : whole;
          socket.write(head(status, { "Content-Length": body.length, ...more }));
          socket.write(body);
        } else {
          answerArchive(socket, archive);
        }
      },
    });
    await download;
    await expectWhole(folder);
    const asked = server.heads.filter((text) => text.includes("/results/"));
    expect(asked).toHaveLength(status === 200 ? 2 : 3);
    expect(asked.map((text) => /\r\nrange:/i.test(text))).toEqual(
      [false, true, false].slice(0, asked.length),
    );
  });
});

describe("archives that are wrong", () => {
  it("#38 same length, flipped byte: CRC error, downloaded again once", async ({ spy }) => {
    const { batch, emulator, results } = await emulatedBatch(spy, { jobs: 2 });
    emulator.setFaults([{ path: "/results/*", at: [1], perPath: true, fault: { flipByte: 400 } }]);
    const folder = join(await spy.folder(), "batch");
    await batch.download(folder);
    expect(results()).toHaveLength(4);
    expect(await verify(folder)).toMatchObject({ numVerified: 2, problems: [] });
  });

  it("#38 flipped byte every time: that job fails after two downloads, the others do not", async ({
    spy,
  }) => {
    const { batch, emulator, results } = await emulatedBatch(spy, { jobs: 3 });
    const path = `/results/${batch.jobIds[1]}.zip`;
    emulator.setFaults([{ path, fault: { flipByte: 400 } }]);
    const folder = join(await spy.folder(), "batch");
    const error = await jobError(spy, batch.download(folder));
    expect(error).toBeInstanceOf(ArchiveError);
    expect(results().filter((request) => request.path === path)).toHaveLength(2);
    expect((await readdir(folder)).sort()).toEqual(
      [".infinity", "batch_id.txt", batch.jobIds[0], batch.jobIds[2]].sort(),
    );
  });

  it.for<[name: string, code: string, headers: Record<string, string>, body: () => Buffer]>([
    [
      "200 text/html",
      "ARCHIVE_NOT_A_ZIP",
      { "Content-Type": "text/html" },
      () => Buffer.from("<html>sorry</html>"),
    ],
    ["0 bytes", "ARCHIVE_NOT_A_ZIP", {}, () => Buffer.alloc(0)],
    ["tar.gz", "ARCHIVE_NOT_A_ZIP", {}, () => gzipSync(Buffer.alloc(10_240))],
    ["an empty zip", "ARCHIVE_EMPTY", {}, () => Buffer.from(makeZip([]))],
  ])("#39 %s: a typed error and no folder", async ([, code, headers, body], { spy }) => {
    const { folder, download } = await downloadRaw(spy, {
      results: (socket) => answerArchive(socket, body(), headers),
    });
    const error = await jobError(spy, download);
    expect(error).toBeInstanceOf(ArchiveError);
    expect(["ARCHIVE_TRUNCATED", code]).toContain((error as ArchiveError).code);
    expect((await readdir(folder)).sort()).toEqual([".infinity", "batch_id.txt"]);
    expect(await readdir(join(folder, ".infinity", "tmp"))).toEqual([]);
  });
});

it("an archive that will not be better is fetched once", async ({ spy }) => {
  const archive = Buffer.from(makeZip([{ name: "../out.txt", data: "x" }]));
  const { server, download } = await downloadRaw(spy, {
    results: (socket) => answerArchive(socket, archive),
  });
  expect(await jobError(spy, download)).toMatchObject({ code: "ARCHIVE_UNSAFE_NAME" });
  expect(server.heads.filter((head) => /^GET \S*job-1/.test(head))).toHaveLength(1);
});

describe("disks and systems that refuse", () => {
  it("#50 short writes: noticed and made good", async ({ spy }) => {
    let numShort = 0;
    await replacePartWrites((write, args) => {
      if ((args[2] as number) > 1) {
        args[2] = Math.ceil((args[2] as number) / 2);
        numShort++;
      }
      return write();
    });
    try {
      const { folder, download } = await downloadRaw(spy, {
        results: (socket, { archive }) => answerArchive(socket, archive),
      });
      await download;
      await expectWhole(folder);
      expect(numShort).toBeGreaterThan(0);
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("#50 a disk that takes nothing: a typed error", async ({ spy }) => {
    await replacePartWrites(() => Promise.resolve({ bytesWritten: 0 }));
    try {
      const { download } = await downloadRaw(spy, {
        results: (socket, { archive }) => answerArchive(socket, archive),
      });
      expect(await jobError(spy, download)).toMatchObject({ name: "FileWriteError" });
    } finally {
      vi.restoreAllMocks();
    }
  });

  it("#49 disk full: its error, no further job, finished jobs intact, and a second run succeeds", async ({
    spy,
  }) => {
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 6 });
    const large = { path: `/results/${batch.jobIds[2]}.zip` };
    emulator.setFaults([{ ...large, fault: { reply: { body: "x".repeat(1000), times: 3000 } } }]);
    const folder = join(await spy.folder(), "batch");
    const task = { server: emulator.url, token: spy.token, batchId: batch.batchId, folder };
    // A limit for files stands in for the disk: the system refuses in the same way, with another code.
    const { outcome } = downloadInChild({ ...task, before: "ulimit -f 4000", options: { concurrency: 1 } });
    const { error, numDone, output } = await outcome;
    spy.saw(output);
    expect(error).toMatchObject({ name: "FileWriteError", code: "EFBIG" });
    expect(numDone).toBe(2);
    emulator.setFaults([]);
    expect(await batch.download(folder)).toMatchObject({ skipped: batch.jobIds.slice(0, 2) });
    expect(await verify(folder)).toMatchObject({ numVerified: 6, problems: [] });
  });

  it("#49 disk full for real: ENOSPC wherever it hits, and what was finished stays whole", async ({
    spy,
  }) => {
    const { batch } = await emulatedBatch(spy, { jobs: 12 });
    const folder = join(await spy.folder(), "batch");
    await batch.download(folder);
    const disk = await smallDisk({ size: `${Math.ceil((await bytesIn(folder)) / 2)}` });
    if (disk === null) return expect(disk).toBeNull();
    expect(await spy.thrown(batch.download(disk, { concurrency: 2 }))).toMatchObject({ code: "ENOSPC" });
    const { numVerified, problems } = await verify(disk);
    expect(numVerified).toBeGreaterThan(0);
    expect(problems.map(({ problem }) => problem)).toEqual(
      Array.from({ length: 12 - numVerified }, () => "it was not downloaded"),
    );
  });

  it("#51 EMFILE: fewer jobs at once, and all of them in the end", async ({ spy }) => {
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 60 });
    const folder = join(await spy.folder(), "batch");
    const task = { server: emulator.url, token: spy.token, batchId: batch.batchId, folder };
    const { outcome } = downloadInChild({
      ...task,
      before: "ulimit -n 512",
      spareFiles: 24,
      options: { concurrency: 60 },
    });
    const { error, summary, output } = await outcome;
    spy.saw(output);
    expect(error, output).toBeNull();
    expect(summary?.downloaded).toEqual(batch.jobIds);
    expect(await verify(folder)).toMatchObject({ numVerified: 60, problems: [] });
  });
});

describe("jobs that fail", () => {
  it("#57 one of 100 jobs fails always: 99 finished, the error lists it, nothing is removed", async ({
    spy,
  }) => {
    const { batch, emulator } = await emulatedBatch(spy, { jobs: 100 });
    const lost = batch.jobIds[40] as string;
    emulator.setFaults([{ path: `/results/${lost}.zip`, fault: { reply: { status: 404 } } }]);
    const folder = join(await spy.folder(), "batch");
    const error = (await spy.thrown(batch.download(folder))) as DownloadSummaryError;
    expect(error).toBeInstanceOf(DownloadSummaryError);
    expect(error.failed.map(({ jobId }) => jobId)).toEqual([lost]);
    expect(error.message).toContain(lost);
    const others = batch.jobIds.filter((id) => id !== lost);
    expect(error.summary).toMatchObject({ downloaded: others, skipped: [], failed: [], inProgress: [] });
    expect((await readdir(folder)).filter((name) => batch.jobIds.includes(name)).sort()).toEqual(
      [...others].sort(),
    );
    const before = await treeOf(folder);
    await spy.thrown(batch.download(folder));
    expect(await treeOf(folder)).toEqual(before);
  }, 60_000);

  it("#58 a job without a result counts as failed, not as downloaded", async ({ spy }) => {
    const { batch, server } = await rawBatch(spy, {
      jobIds: ["good", "bad"],
      results: (socket, { archive }) => answerArchive(socket, archive),
      resultUrl: (jobId, url) => (jobId === "bad" ? null : `${url}/results/${jobId}.zip`),
    });
    const folder = join(await spy.folder(), "batch");
    expect(await batch.download(folder)).toMatchObject({ downloaded: ["good"], failed: ["bad"] });
    expect(server.heads.some((text) => text.includes("bad"))).toBe(false);
    expect(await verify(folder)).toMatchObject({ numJobs: 1, numVerified: 1, problems: [] });
  });
});
