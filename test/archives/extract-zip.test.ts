import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ArchiveError } from "../../src/archives/archive-error.ts";
import { extractZip } from "../../src/archives/extract-zip.ts";
import { makeZip, type ZipEntry } from "../util/make-zip.ts";
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

  it.each<[string, ZipEntry[]]>([
    ["a parent folder", [{ name: "../evil.txt", data: "x" }]],
    ["a parent folder further in", [{ name: "a/../../evil.txt", data: "x" }]],
    ["a parent folder after backslashes", [{ name: "..\\evil.txt", data: "x" }]],
    ["an absolute name", [{ name: "/tmp/evil.txt", data: "x" }]],
    ["a drive", [{ name: "C:/evil.txt", data: "x" }]],
    ["a share", [{ name: "\\\\server\\evil.txt", data: "x" }]],
    ["a sibling that shares the prefix", [{ name: "../inside2/evil.txt", data: "x" }]],
    ["a NUL in a name", [{ name: "evil\0.txt", data: "x" }]],
    ["a link", [{ name: "link", data: "/etc/passwd", mode: 0o120777 }]],
    ["a device", [{ name: "device", mode: 0o060644 }]],
    ["an encrypted entry", [{ name: "a", data: "x", encrypted: true }]],
    [
      "the same name twice",
      [
        { name: "a", data: "1" },
        { name: "a", data: "2" },
      ],
    ],
    ["a name that is too long", [{ name: "x".repeat(256), data: "x" }]],
    ["folders that are too deep", [{ name: `${"d/".repeat(40)}x`, data: "x" }]],
  ])("refuses %s and writes nothing", async (_, entries) => {
    const { archive, outside, folder } = await prepared(
      makeZip([{ name: "good.txt", data: "good" }, ...entries]),
    );
    const error = await extractZip(archive, folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ArchiveError);
    expect((error as ArchiveError).message).toContain(`Cannot extract ${archive}`);
    expect(await readdir(folder)).toEqual([]);
    expect((await readdir(outside)).sort()).toEqual(["archive.zip", "inside"]);
  });

  it.each<[string, Uint8Array]>([
    ["a wrong checksum", makeZip([{ name: "a.txt", data: "x", crc: 1 }])],
    ["a size that is not true", makeZip([{ name: "a.txt", data: "xxxx", declaredSize: 2 }])],
    ["no entries", makeZip([])],
    ["a page", Buffer.from("<html>no</html>")],
    ["nothing", new Uint8Array()],
    ["an archive cut short", makeZip([{ name: "a.txt", data: "x".repeat(1000) }]).subarray(0, 900)],
  ])("refuses %s", async (_, bytes) => {
    const { archive, folder } = await prepared(bytes);
    await expect(extractZip(archive, folder)).rejects.toThrow(ArchiveError);
  });

  it("stops at the limits on bytes and entries", async () => {
    const { archive, folder } = await prepared(
      makeZip([
        { name: "a", data: "123" },
        { name: "b", data: "456" },
      ]),
    );
    await expect(extractZip(archive, folder, { maxBytes: 5 })).rejects.toThrow("more than 5 bytes together");
    await expect(extractZip(archive, folder, { maxEntries: 1 })).rejects.toThrow("more than 1 entries");
  });

  it("does not overwrite a file that is there", async () => {
    const { archive, folder } = await prepared(makeZip([{ name: "a.txt", data: "new" }]));
    await writeFile(join(folder, "a.txt"), "old");
    await expect(extractZip(archive, folder)).rejects.toThrow("EEXIST");
    expect(await readFile(join(folder, "a.txt"), "utf8")).toBe("old");
  });

  it("stops when aborted", async () => {
    const { archive, folder } = await prepared(makeZip([{ name: "a.txt", data: "x" }]));
    await expect(extractZip(archive, folder, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
  });
});
