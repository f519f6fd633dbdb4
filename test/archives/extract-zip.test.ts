import { execFileSync } from "node:child_process";
import { watch } from "node:fs";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extractZip } from "../../src/archives/extract-zip.ts";
import { makeZip } from "../util/make-zip.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";

async function prepared(bytes: Uint8Array): Promise<{ archive: string; outside: string; folder: string }> {
  const outside = await temporaryFolder();
  const archive = join(outside, "archive.zip");
  const folder = join(outside, "inside");
  await writeFile(archive, bytes);
  await mkdir(folder);
  return { archive, outside, folder };
}

describe("extractZip()", () => {
  it("writes every file, in folders too", async () => {
    const { archive, folder } = await prepared(
      makeZip([
        { name: "job/" },
        { name: "job/a.json", data: "{}" },
        { name: "job/deep/é b.txt", data: "x" },
      ]),
    );
    expect((await extractZip(archive, folder)).map(({ path }) => path)).toEqual([
      "job/a.json",
      "job/deep/é b.txt",
    ]);
    expect(await readFile(join(folder, "job/deep/é b.txt"), "utf8")).toBe("x");
  });

  it("reads what another tool wrote", async () => {
    const { archive, outside, folder } = await prepared(new Uint8Array());
    const script = `import zipfile
with zipfile.ZipFile("other.zip", "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("job/big.txt", "0123456789" * 100000)`;
    try {
      execFileSync("python3", ["-c", script], { cwd: outside });
    } catch {
      process.stderr.write("Python is absent: an archive of our own is read instead\n");
      await writeFile(
        join(outside, "other.zip"),
        makeZip([{ name: "job/big.txt", data: "0123456789".repeat(100_000) }]),
      );
    }
    await extractZip(join(outside, "other.zip"), folder);
    expect((await readFile(join(folder, "job/big.txt"), "utf8")).length).toBe(1_000_000);
    expect(archive).toBeTruthy();
  });

  it("does not overwrite a file that is there", async () => {
    const { archive, folder } = await prepared(makeZip([{ name: "a.txt", data: "new" }]));
    await writeFile(join(folder, "a.txt"), "old");
    await expect(extractZip(archive, folder)).rejects.toThrow("EEXIST");
    expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("old");
  });

  it("stops when aborted, at once and on the way", async () => {
    const { archive, folder } = await prepared(
      makeZip(Array.from({ length: 2000 }, (_, i) => ({ name: `${i}.txt`, data: "x" }))),
    );
    await expect(extractZip(archive, folder, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    expect(await readdir(folder)).toEqual([]);
    const controller = new AbortController();
    const { signal } = controller;
    const watcher = watch(folder, () => controller.abort("later"));
    await expect(extractZip(archive, folder, { signal })).rejects.toBe("later");
    watcher.close();
    expect((await readdir(folder)).length).toBeLessThan(2000);
  });

  it.skipIf(process.platform === "win32")("makes files that others may read but not run", async () => {
    const { archive, folder } = await prepared(makeZip([{ name: "a.sh", data: "x", mode: 0o104777 }]));
    await extractZip(archive, folder);
    expect((await stat(join(folder, "a.sh"))).mode & 0o7777).toBe(0o644 & ~process.umask());
  });

  it("tells the path, the bytes and the checksum of each file", async () => {
    const { archive, folder } = await prepared(makeZip([{ name: "a/b.txt", data: "123456789" }]));
    expect(await extractZip(archive, folder)).toEqual([{ path: "a/b.txt", bytes: 9, crc32: 0xcbf43926 }]);
  });
});
