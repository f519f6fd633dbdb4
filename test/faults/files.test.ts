import { existsSync } from "node:fs";
import * as fs from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, vi } from "vitest";
import { extractZip } from "../../src/archives/extract-zip.ts";
import { FileWriteError } from "../../src/io/file-write-error.ts";
import { writeFileAtomic } from "../../src/io/write-file-atomic.ts";
import { writeFully } from "../../src/io/write-fully.ts";
import { makeZip } from "../util/make-zip.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { it } from "./util/fault-test.ts";
import { runLimited } from "./util/run-limited.ts";
import { makeReadOnly, smallDisk } from "./util/small-disk.ts";

const { readdir, readFile, writeFile } = fs;

/** Codes with which calls of the file system fail, by the call's name. */
const failing: Record<string, string | undefined> = {};

function failingWith(name: string, call: (...args: never[]) => unknown): (...args: never[]) => unknown {
  return (...args) => {
    const code = failing[name];
    if (code === undefined) return call(...args);
    return Promise.reject(
      Object.assign(new Error(`${code}: as the test wants it, ${name}`), { code, syscall: name }),
    );
  };
}

// Only for what a process that may do everything cannot be refused by real disks: see the tests with disks for those.
vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return { ...real, rename: failingWith("rename", real.rename), link: failingWith("link", real.link) };
});

let handle: fs.FileHandle;

beforeAll(async () => {
  const file = await fs.open(new URL(import.meta.url), "r");
  handle = Object.getPrototypeOf(file) as fs.FileHandle;
  await file.close();
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const name of Object.keys(failing)) delete failing[name];
});

/** A folder with one file that holds "old". */
async function withOld(folder: string): Promise<string> {
  const path = join(folder, "file");
  await writeFile(path, "old");
  return path;
}

async function expectUntouched(path: string): Promise<void> {
  expect(await readFile(path, "utf8")).toBe("old");
  expect(await readdir(join(path, ".."))).toEqual(["file"]);
}

function expectFailure(error: unknown, code: string, path: string): void {
  expect(error).toBeInstanceOf(FileWriteError);
  expect(error).toMatchObject({ code, path });
  expect((error as Error).message).toContain(`Cannot write "${path}": ${code}`);
}

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe("#49 the disk is full", () => {
  it("#49 an atomic write on a full disk keeps the old file, and works once there is room", async () => {
    const disk = await smallDisk({ size: "64k" });
    if (disk === null) return expect(disk).toBe(null);
    const path = await withOld(disk);
    expectFailure(await caught(writeFileAtomic(path, "x".repeat(100_000), { force: true })), "ENOSPC", path);
    await expectUntouched(path);
    await writeFileAtomic(path, "x".repeat(1000), { force: true });
    expect(await readFile(path, "utf8")).toBe("x".repeat(1000));
  });

  it("#49 an extraction on a full disk fails by name, and works once there is room", async () => {
    const disk = await smallDisk({ size: "64k" });
    if (disk === null) return expect(disk).toBe(null);
    const archive = join(await temporaryFolder(), "archive.zip");
    await writeFile(archive, makeZip([{ name: "job/a.bin", data: new Uint8Array(100_000), method: 8 }]));
    const path = join(disk, "out/job/a.bin");
    expectFailure(await caught(extractZip(archive, join(disk, "out"))), "ENOSPC", path);
    await fs.rm(join(disk, "out"), { recursive: true });
    await writeFile(archive, makeZip([{ name: "job/a.bin", data: "small" }]));
    expect(await extractZip(archive, join(disk, "out"))).toHaveLength(1);
  });

  it("#49 an atomic write beyond the size a process may write keeps the old file", async () => {
    const path = await withOld(await temporaryFolder());
    const body = `
      const { writeFileAtomic } = await load("io/write-file-atomic.js");
      try { await writeFileAtomic(args.path, "x".repeat(1e6), { force: true }); }
      catch ({ name, code, path, message }) { return { name, code, path, message }; }`;
    const failure = await runLimited(body, { ulimit: "-f 64", args: { path } });
    expect(failure).toMatchObject({ name: "FileWriteError", code: "EFBIG", path });
    await expectUntouched(path);
  });

  it("#49 an extraction beyond the size a process may write fails by name", async () => {
    const folder = await temporaryFolder();
    const archive = join(folder, "archive.zip");
    await writeFile(archive, makeZip([{ name: "job/a.bin", data: new Uint8Array(1e6), method: 8 }]));
    const body = `
      const { extractZip } = await load("archives/extract-zip.js");
      try { await extractZip(args.archive, args.folder); }
      catch ({ name, code, path }) { return { name, code, path }; }`;
    const failure = await runLimited(body, {
      ulimit: "-f 64",
      args: { archive, folder: join(folder, "out") },
    });
    expect(failure).toEqual({ name: "FileWriteError", code: "EFBIG", path: join(folder, "out/job/a.bin") });
  });

  it.skipIf(!existsSync("/dev/full"))("#49 /dev/full takes nothing, and that is told", async () => {
    const full = await fs.open("/dev/full", "w");
    try {
      await expect(writeFully(full, Buffer.from("x"))).rejects.toMatchObject({ code: "ENOSPC" });
    } finally {
      await full.close();
    }
  });
});

describe("#50 fewer bytes are written than given", () => {
  function takeAtMost(share: (length: number) => number): void {
    const write = handle.write as (bytes: Uint8Array, offset: number, length: number) => Promise<unknown>;
    function short(this: fs.FileHandle, bytes: Uint8Array, offset: number, length: number): Promise<unknown> {
      return Reflect.apply(write, this, [bytes, offset, share(length)]) as Promise<unknown>;
    }
    vi.spyOn(handle, "write").mockImplementation(short as typeof handle.write);
  }

  it("#50 the rest of an atomic write follows", async () => {
    takeAtMost((length) => Math.ceil(length / 2));
    const path = await withOld(await temporaryFolder());
    await writeFileAtomic(path, "0123456789", { force: true });
    expect(await readFile(path, "utf8")).toBe("0123456789");
  });

  it("#50 the rest of an extracted file follows", async () => {
    takeAtMost((length) => Math.ceil(length / 2));
    const folder = await temporaryFolder();
    await writeFile(join(folder, "archive.zip"), makeZip([{ name: "a", data: "0123456789" }]));
    await extractZip(join(folder, "archive.zip"), folder);
    expect(await readFile(join(folder, "a"), "utf8")).toBe("0123456789");
  });

  it("#50 a system that takes nothing more is an error", async () => {
    takeAtMost((length) => Math.min(length, 4) % 4);
    const path = await withOld(await temporaryFolder());
    const error = await caught(writeFileAtomic(path, "01234567", { force: true }));
    expect(error).toBeInstanceOf(FileWriteError);
    expect(error).toMatchObject({ code: "EIO", path });
    expect((error as Error).message).toContain("the system took 0 of 8 bytes");
    await expectUntouched(path);
  });
});

describe("#51 the system refuses", () => {
  it.each(["EACCES", "EROFS", "EIO", "ENOSPC"])("#51 %s on rename keeps the old file", async (code) => {
    const path = await withOld(await temporaryFolder());
    failing.rename = code;
    expectFailure(await caught(writeFileAtomic(path, "new", { force: true })), code, path);
    await expectUntouched(path);
  });

  it("#51 EIO on giving the file its name leaves nothing", async () => {
    const folder = await temporaryFolder();
    failing.link = "EIO";
    expectFailure(await caught(writeFileAtomic(join(folder, "file"), "new")), "EIO", join(folder, "file"));
    expect(await readdir(folder)).toEqual([]);
  });

  it("#51 EIO on rename leaves no empty file where the disk has no links", async () => {
    const folder = await temporaryFolder();
    Object.assign(failing, { link: "ENOTSUP", rename: "EIO" });
    expectFailure(await caught(writeFileAtomic(join(folder, "file"), "new")), "EIO", join(folder, "file"));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(["EIO", "ENOSPC"] as const)("#51 %s on flushing keeps the old file", async (code) => {
    const path = await withOld(await temporaryFolder());
    vi.spyOn(handle, "sync").mockRejectedValueOnce(Object.assign(new Error(`${code}: no`), { code }));
    expectFailure(await caught(writeFileAtomic(path, "new", { force: true })), code, path);
    await expectUntouched(path);
  });

  it("#51 a read-only disk is told by EROFS", async () => {
    const disk = await smallDisk({ size: "64k" });
    if (disk === null) return expect(disk).toBe(null);
    const path = await withOld(disk);
    makeReadOnly(disk);
    expectFailure(await caught(writeFileAtomic(path, "new", { force: true })), "EROFS", path);
    await expectUntouched(path);
  });

  it("#51 too many open files are told by EMFILE", async () => {
    const path = await withOld(await temporaryFolder());
    const body = `
      const { writeFileAtomic } = await load("io/write-file-atomic.js");
      const { openSync } = await import("node:fs");
      try { for (;;) openSync(args.path); } catch {}
      try { await writeFileAtomic(args.path, "new", { force: true }); }
      catch ({ name, code, path }) { return { name, code, path }; }`;
    expect(await runLimited(body, { ulimit: "-n 64", args: { path } })).toEqual({
      name: "FileWriteError",
      code: "EMFILE",
      path,
    });
    await expectUntouched(path);
  });
});
