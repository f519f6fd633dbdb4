import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FileExistsError } from "../../src/io/file-exists-error.ts";
import { writeFileAtomic } from "../../src/io/write-file-atomic.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

test("text and bytes are written, parent folders are made, nothing else is left", async () => {
  const folder = await temporaryFolder();
  await writeFileAtomic(join(folder, "a/b/text.txt"), "ä\n");
  await writeFileAtomic(join(folder, "a/b/bytes"), Uint8Array.of(1, 2, 3).subarray(1));
  expect(await readFile(join(folder, "a/b/text.txt"), "utf8")).toBe("ä\n");
  expect([...(await readFile(join(folder, "a/b/bytes")))]).toEqual([2, 3]);
  expect((await readdir(join(folder, "a/b"))).sort()).toEqual(["bytes", "text.txt"]);
});

test("an existing file is refused and stays as it was", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "file");
  await writeFile(path, "old");
  const error = await writeFileAtomic(path, "new").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FileExistsError);
  expect(error).toMatchObject({ name: "FileExistsError", code: "FILE_EXISTS", path });
  expect(await readFile(path, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["file"]);
});

test("a dangling link counts as taken", async () => {
  const path = join(await temporaryFolder(), "link");
  await symlink("nowhere", path);
  await expect(writeFileAtomic(path, "new")).rejects.toThrow(FileExistsError);
});

test("force replaces a file", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "file");
  await writeFile(path, "old");
  await writeFileAtomic(path, "new", { force: true });
  await writeFileAtomic(join(folder, "other"), "made", { force: true });
  expect(await readFile(path, "utf8")).toBe("new");
  expect((await readdir(folder)).sort()).toEqual(["file", "other"]);
});

test("of many writers at once without force, one wins and the others are refused", async () => {
  const folder = await temporaryFolder();
  const path = join(folder, "file");
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => writeFileAtomic(path, `writer ${i}`)),
  );
  const winners = outcomes.flatMap(({ status }, i) => (status === "fulfilled" ? [i] : []));
  const refusals = outcomes.filter((o) => o.status === "rejected" && o.reason instanceof FileExistsError);
  expect(winners).toHaveLength(1);
  expect(refusals).toHaveLength(19);
  expect(await readFile(path, "utf8")).toBe(`writer ${winners[0]}`);
  expect(await readdir(folder)).toEqual(["file"]);
});

test("a failed write leaves no temporary file", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "taken"));
  await expect(writeFileAtomic(join(folder, "taken"), "x", { force: true })).rejects.toThrow(
    /EISDIR|EPERM|EEXIST/,
  );
  await expect(writeFileAtomic(join(folder, "taken"), "x")).rejects.toThrow(FileExistsError);
  expect(await readdir(folder)).toEqual(["taken"]);
});

test("a parent that is a file fails, and says so", async () => {
  const path = join(await temporaryFolder(), "file");
  await writeFile(path, "");
  await expect(writeFileAtomic(join(path, "below"), "x")).rejects.toThrow(/ENOTDIR|EEXIST/);
});

test("the mode is kept to", async () => {
  const path = join(await temporaryFolder(), "secret");
  await writeFileAtomic(path, "x", { mode: 0o600 });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await chmod(path, 0o644);
  await writeFileAtomic(path, "y", { mode: 0o600, force: true });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});
