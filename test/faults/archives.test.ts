import { mkdir, readdir, readFile, realpath, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect } from "vitest";
import { ArchiveError, type ArchiveErrorCode } from "../../src/archives/archive-error.ts";
import { type ExtractZipOptions, extractZip } from "../../src/archives/extract-zip.ts";
import { FileWriteError } from "../../src/io/file-write-error.ts";
import { makeZip, type ZipEntry, type ZipOptions } from "../util/make-zip.ts";
import { temporaryFolder } from "../util/temporary-folder.ts";
import { it } from "./util/fault-test.ts";

const GOOD: ZipEntry = { name: "good.txt", data: "good" };

interface Attempt {
  error: unknown;
  /** Everything below the folder that holds the archive and the target, by relative path. */
  left: string[];
  /** The bytes that the files in the target take. */
  bytes: number;
  target: string;
}

async function attempt(archiveBytes: Uint8Array, options?: ExtractZipOptions): Promise<Attempt> {
  const around = await temporaryFolder();
  const archive = join(around, "archive.zip");
  const target = join(around, "out");
  await writeFile(archive, archiveBytes);
  await mkdir(target);
  const error = await extractZip(archive, target, options).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const left = (await readdir(around, { recursive: true })).sort();
  const sizes = await Promise.all(
    left.filter((path) => path.startsWith(`out${sep}`)).map((path) => stat(join(around, path))),
  );
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
  return { error, left, bytes, target };
}

/** Expects that an archive is refused with a code, and that not one byte was written anywhere. */
async function expectRefused(
  archiveBytes: Uint8Array,
  code: ArchiveErrorCode,
  options?: ExtractZipOptions,
): Promise<void> {
  const { error, left } = await attempt(archiveBytes, options);
  expect(error).toBeInstanceOf(ArchiveError);
  expect((error as ArchiveError).code).toBe(code);
  expect(left).toEqual(["archive.zip", "out"]);
}

function refused(entries: ZipEntry[], code: ArchiveErrorCode, options?: ZipOptions): Promise<void> {
  return expectRefused(makeZip([GOOD, ...entries], options), code);
}

async function extracted(archiveBytes: Uint8Array): Promise<Record<string, string>> {
  const { error, left, target } = await attempt(archiveBytes);
  expect(error).toBe(null);
  const files: [string, string][] = [];
  for (const path of left.filter((each) => each.startsWith(`out${sep}`))) {
    const full = join(target, "..", path);
    if ((await stat(full)).isFile()) files.push([relative("out", path), await readFile(full, "utf8")]);
  }
  return Object.fromEntries(files);
}

/** The header of a tar archive of one empty file, enough for a tool to know it. */
const tar = (): Buffer => {
  const header = Buffer.alloc(1024);
  header.write("a.txt");
  header.write("ustar", 257);
  return header;
};

describe("#39 what came is no archive of files", () => {
  it.each<[string, Uint8Array, ArchiveErrorCode]>([
    ["an HTML page", Buffer.from("<!doctype html><title>Sign in</title>"), "ARCHIVE_NOT_A_ZIP"],
    ["a short text", Buffer.from("no"), "ARCHIVE_NOT_A_ZIP"],
    ["0 bytes", new Uint8Array(), "ARCHIVE_TRUNCATED"],
    ["a tar.gz", gzipSync(tar()), "ARCHIVE_NOT_A_ZIP"],
    ["a zip without entries", makeZip([]), "ARCHIVE_EMPTY"],
    ["a zip of folders", makeZip([{ name: "job/" }]), "ARCHIVE_EMPTY"],
  ])("#39 %s is refused with its code", (_, bytes, code) => expectRefused(bytes, code));

  it("#39 a zip cut short anywhere is refused, and called truncated unless its end happens to look like one", async () => {
    const whole = makeZip([
      GOOD,
      { name: "inner.zip", data: makeZip([GOOD]) },
      { name: "x", data: "y".repeat(50) },
    ]);
    const codes = new Map<string, number>();
    for (let length = 0; length < whole.length; length += 1) {
      const { error, left } = await attempt(whole.subarray(0, length));
      expect(error).toBeInstanceOf(ArchiveError);
      expect(left).toEqual(["archive.zip", "out"]);
      const { code } = error as ArchiveError;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get("ARCHIVE_TRUNCATED")).toBeGreaterThan(whole.length - 5);
  });
});

describe("#40 names that leave the folder", () => {
  it.each([
    "../evil.txt",
    "..\\evil.txt",
    "a/../../evil.txt",
    "a/..",
    "/etc/evil",
    "C:\\evil",
    "C:evil",
    "\\\\srv\\evil",
    "//srv/evil",
    "a:b",
    "evil\0.txt",
    "evil\n.txt",
    "evil\u0085.txt",
    "../out2/x",
    "./evil",
    "a//b",
    "~/../../evil",
  ])("#40 %j rejects the whole archive, nothing is written", (name) =>
    refused([{ name, data: "x" }], "ARCHIVE_UNSAFE_NAME"),
  );

  const part = fc.oneof(
    fc.constantFrom(
      "..",
      ".",
      "",
      "...",
      ". .",
      "C:",
      "\\",
      "..\\..",
      "con",
      "NUL.txt",
      "out2",
      "a",
      "A",
      "é",
      "e\u0301",
    ),
    fc.constantFrom("%2e%2e", "\u2024\u2024", "\uff0e\uff0e", "\u202e..", "\0", "a\0b", "~", "$HOME", "-rf"),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.string({ maxLength: 8 }),
  );
  const name = fc
    .tuple(fc.constantFrom("", "/", "//", "\\", "C:/", "../"), fc.array(part, { minLength: 1, maxLength: 6 }))
    .map(([start, parts]) => start + parts.join("/"));

  it("#40 of generated names, either nothing is written or all of it inside the folder", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
        const entries = names.map((each) => ({ name: each, data: "x" }));
        const { error, left, target } = await attempt(makeZip([GOOD, ...entries]));
        const inside = left.filter((path) => path !== "archive.zip" && path !== "out");
        if (error !== null) {
          expect(error).toBeInstanceOf(ArchiveError);
          expect(inside).toEqual([]);
        }
        for (const path of inside) {
          const real = await realpath(join(target, "..", path));
          expect(real.startsWith((await realpath(target)) + sep)).toBe(true);
        }
        await rm(join(target, ".."), { recursive: true });
      }),
      { numRuns: 300 },
    );
  });
});

describe("#41 links and special files", () => {
  it.each<[string, ZipEntry[]]>([
    ["a link", [{ name: "link", data: "/etc/passwd", mode: 0o120777 }]],
    ["a link to the folder itself", [{ name: "link", data: ".", mode: 0o120777 }]],
    [
      "a link and a file of its name",
      [
        { name: "x", data: "../evil", mode: 0o120777 },
        { name: "x", data: "written through" },
      ],
    ],
    [
      "a link and a file below it",
      [
        { name: "x", data: "..", mode: 0o120777 },
        { name: "x/evil", data: "written through" },
      ],
    ],
    ["a link whose name ends in a slash", [{ name: "link/", data: "..", mode: 0o120777 }]],
    ["a block device", [{ name: "d", mode: 0o060644 }]],
    ["a character device", [{ name: "d", mode: 0o020644 }]],
    ["a pipe", [{ name: "d", mode: 0o010644 }]],
    ["a socket", [{ name: "d", mode: 0o140644 }]],
    ["a type that no system has", [{ name: "d", mode: 0o150644 }]],
  ])("#41 %s is refused", (_, entries) => refused(entries, "ARCHIVE_LINK"));
});

describe("#42 links that are in the folder already", () => {
  async function withLink(linkName: string): Promise<{ archive: string; folder: string; elsewhere: string }> {
    const around = await temporaryFolder();
    const [archive, folder, elsewhere] = ["archive.zip", "out", "elsewhere"].map((each) =>
      join(around, each),
    ) as [string, string, string];
    await writeFile(archive, makeZip([{ name: "a/b/x.txt", data: "new" }]));
    await mkdir(join(folder, "a/b"), { recursive: true });
    await mkdir(elsewhere);
    await writeFile(join(elsewhere, "x.txt"), "old");
    await rm(join(folder, linkName), { recursive: true, force: true });
    await symlink(linkName.endsWith(".txt") ? join(elsewhere, "x.txt") : elsewhere, join(folder, linkName));
    return { archive, folder, elsewhere };
  }

  it.each(["a", "a/b", "a/b/x.txt"])("#42 a link at %s is not followed", async (linkName) => {
    const { archive, folder, elsewhere } = await withLink(linkName);
    const error = await extractZip(archive, folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FileWriteError);
    expect(error).toMatchObject({ code: "EEXIST", path: join(folder, linkName) });
    expect(await readdir(elsewhere)).toEqual(["x.txt"]);
    expect(await readFile(join(elsewhere, "x.txt"), "utf8")).toBe("old");
  });

  it("#42 a dangling link is not followed", async () => {
    const { archive, folder, elsewhere } = await withLink("a/b");
    await rm(elsewhere, { recursive: true });
    await expect(extractZip(archive, folder)).rejects.toThrow(FileWriteError);
    expect(await readdir(join(elsewhere, ".."))).not.toContain("elsewhere");
  });
});

describe("#43 bombs", () => {
  const zeros = deflateRawSync(Buffer.alloc(10_000_000));

  it("#43 10 MB of zeros a thousand times is refused by its directory, nothing is written", () =>
    expectRefused(
      makeZip(
        Array.from({ length: 1000 }, (_, i) => {
          return { name: `z${i}`, method: 8, packed: zeros, declaredSize: 10_000_000, crc: 0 };
        }),
      ),
      "ARCHIVE_TOO_LARGE",
    ));

  it("#43 an entry that unpacks to more than it declares is stopped there", async () => {
    const zip = makeZip([{ name: "lie", method: 8, packed: zeros, declaredSize: 1000 }]);
    const { error, bytes } = await attempt(zip);
    expect(error).toMatchObject({ code: "ARCHIVE_DAMAGED", entry: "lie" });
    expect((error as ArchiveError).message).toContain("it is to have 1000 bytes, it has more");
    expect(bytes).toBeLessThanOrEqual(1000);
  });

  it("#43 4 GiB and more declared is refused, also where nothing of it is there", async () => {
    await refused(
      [{ name: "big", method: 8, packed: zeros, declaredSize: 2 ** 32 + 1, zip64: true }],
      "ARCHIVE_TOO_LARGE",
    );
    await expectRefused(
      makeZip([{ name: "big", method: 8, packed: zeros, declaredSize: 2 ** 32 - 2 }]),
      "ARCHIVE_TOO_LARGE",
    );
  });

  it("#43 an entry inside the data of another is refused", () => {
    const inner: ZipEntry = { name: "b", data: "x".repeat(100) };
    const headerOf = ({ name }: ZipEntry): number => 30 + name.length;
    const outer: ZipEntry = { name: "a", data: makeZip([inner]).subarray(0, headerOf(inner) + 100) };
    return expectRefused(makeZip([outer, { ...inner, offset: headerOf(outer) }]), "ARCHIVE_OVERLAP");
  });

  it("#43 two entries at one place are refused", () =>
    refused([{ name: "a", data: "x", offset: 0 }], "ARCHIVE_DAMAGED"));

  it("#43 an archive in an archive stays a file", async () => {
    const inner = makeZip([{ name: "z", method: 8, packed: zeros, declaredSize: 10_000_000, crc: 0 }]);
    const { error, left, bytes } = await attempt(makeZip([{ name: "inner.zip", data: inner }]));
    expect(error).toBe(null);
    expect(left).toEqual(["archive.zip", "out", join("out", "inner.zip")]);
    expect(bytes).toBe(inner.length);
  });

  it.each<[string, ExtractZipOptions]>([
    ["maxEntries", { maxEntries: 1 }],
    ["maxEntryBytes", { maxEntryBytes: 3 }],
    ["maxBytes", { maxBytes: 7 }],
  ])("#43 %s is kept to", async (_, options) => {
    const zip = makeZip([GOOD, { name: "more.txt", data: "more" }]);
    await expectRefused(zip, "ARCHIVE_TOO_LARGE", options);
    expect((await attempt(zip, { maxEntries: 2, maxEntryBytes: 4, maxBytes: 8 })).error).toBe(null);
  });

  it("#43 the ratio counts beyond 100 MiB only", async () => {
    const hundred = deflateRawSync(Buffer.alloc(100 * 2 ** 20));
    const small = makeZip([{ name: "z", method: 8, packed: hundred, declaredSize: 100 * 2 ** 20, crc: 0 }]);
    expect(100 * 2 ** 20).toBeGreaterThan(1000 * small.length);
    expect((await attempt(small)).error).toMatchObject({ code: "ARCHIVE_CHECKSUM" });
    const more = makeZip([{ name: "z", method: 8, packed: hundred, declaredSize: 100 * 2 ** 20 + 1 }]);
    await expectRefused(more, "ARCHIVE_TOO_LARGE");
    expect((await attempt(more, { maxRatio: 2000 })).error).toMatchObject({ code: "ARCHIVE_DAMAGED" });
  });
});

describe("#44 names that are one on some system", () => {
  it.each<[string, string[]]>([
    ["the same name twice", ["a", "a"]],
    ["the same folder twice", ["a/", "a/"]],
    ["names that differ by case", ["Job/a.TXT", "Job/A.txt"]],
    ["folders that differ by case", ["job/a", "JOB/b"]],
    ["NFC and NFD", ["\u00e9.txt", "e\u0301.txt"]],
    ["NFC and NFD that differ by case", ["\u00c9.txt", "e\u0301.txt"]],
    ["a file and a folder", ["a", "a/b"]],
    ["a folder and a file", ["a/b", "a"]],
    ["a file and an empty folder", ["a", "a/"]],
  ])("#44 %s", (_, names) =>
    refused(
      names.map((name) => ({ name })),
      "ARCHIVE_DUPLICATE",
    ),
  );
});

describe("#45 names of the members of objects", () => {
  it("#45 they are names like any other", async () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const files = await extracted(makeZip(names.map((name) => ({ name: `${name}/${name}`, data: name }))));
    expect(Object.values(files).sort()).toEqual(names.sort());
    expect(({} as Record<string, unknown>).x).toBe(undefined);
  });
});

describe("#46 names that some system cannot hold", () => {
  it.each([
    "CON",
    "con",
    "aux.json",
    "job/NUL.tar.gz",
    "lpt1",
    "COM\u00b9.txt",
    "prn .txt",
    "nul/x",
    "CONIN$",
    "a.",
    "a ",
    "job./x",
    "...",
    "n".repeat(300),
    "\u00e9".repeat(128),
    `${"d/".repeat(500)}x`,
    `${"d/".repeat(32)}x`,
  ])("#46 %.40s is refused", (name) => refused([{ name }], "ARCHIVE_UNSAFE_NAME"));

  it("#46 names at the bounds are taken", async () => {
    const names = [
      "n".repeat(255),
      `${"d/".repeat(31)}x`,
      "console.txt",
      "auxiliary",
      "com10",
      ".hidden",
      "a b.txt",
    ];
    expect(Object.keys(await extracted(makeZip(names.map((name) => ({ name })))))).toHaveLength(names.length);
  });
});

describe("#47 kinds of zip", () => {
  it("#47 64-bit sizes, data descriptors and Deflate are read", async () => {
    const entries = [
      { name: "wide", zip64: true },
      { name: "late", descriptor: true },
      { name: "late-wide", descriptor: true, zip64: true },
      { name: "packed", method: 8 },
      { name: "packed-late", method: 8, descriptor: true },
    ].map((entry) => ({ ...entry, data: entry.name.repeat(100) }));
    const expected = Object.fromEntries(entries.map(({ name, data }) => [name, data]));
    expect(await extracted(makeZip(entries))).toEqual(expected);
  });

  it.each<[string, ArchiveErrorCode, Uint8Array]>([
    ["encryption", "ARCHIVE_ENCRYPTED", makeZip([GOOD, { name: "a", data: "x", encrypted: true }])],
    ["several disks", "ARCHIVE_UNSUPPORTED", makeZip([GOOD], { disk: 1 })],
    ["an entry on another disk", "ARCHIVE_UNSUPPORTED", makeZip([GOOD, { name: "a", disk: 1 }])],
    [
      "method 12 (bzip2)",
      "ARCHIVE_UNSUPPORTED",
      makeZip([GOOD, { name: "a", method: 12, packed: Buffer.from("BZh9") }]),
    ],
    [
      "method 9 (Deflate64)",
      "ARCHIVE_UNSUPPORTED",
      makeZip([GOOD, { name: "a", method: 9, packed: Buffer.from("x") }]),
    ],
    [
      "data before the archive",
      "ARCHIVE_DAMAGED",
      makeZip([GOOD], { prepended: Buffer.from("#!/bin/sh\n") }),
    ],
    ["data after the archive", "ARCHIVE_TRUNCATED", makeZip([GOOD], { appended: Buffer.from("more") })],
    ["two archives in a row", "ARCHIVE_DAMAGED", makeZip([GOOD], { prepended: makeZip([GOOD]) })],
    ["another name in the entry's header", "ARCHIVE_DAMAGED", makeZip([GOOD, { name: "a", localName: "b" }])],
    [
      "stored bytes of another number than declared",
      "ARCHIVE_DAMAGED",
      makeZip([GOOD, { name: "a", packed: Buffer.from("xx"), declaredSize: 1 }]),
    ],
    ["a folder with data", "ARCHIVE_DAMAGED", makeZip([GOOD, { name: "a/", data: "x" }])],
    ["a folder by mode only", "ARCHIVE_DAMAGED", makeZip([GOOD, { name: "a", mode: 0o040755 }])],
  ])("#47 %s is refused as %s", (_, code, bytes) => expectRefused(bytes, code));
});

describe("damage that only unpacking shows", () => {
  const packed = deflateRawSync(Buffer.from("x".repeat(1000)));

  it.each<[string, ArchiveErrorCode, ZipEntry]>([
    ["a wrong checksum", "ARCHIVE_CHECKSUM", { name: "a", data: "x", crc: 1 }],
    ["a wrong checksum of packed data", "ARCHIVE_CHECKSUM", { name: "a", data: "x", method: 8, crc: 1 }],
    ["packed data that is none", "ARCHIVE_DAMAGED", { name: "a", method: 8, packed: Buffer.alloc(20, 255) }],
    [
      "packed data cut short",
      "ARCHIVE_DAMAGED",
      { name: "a", method: 8, packed: packed.subarray(0, -3), declaredSize: 1000 },
    ],
    [
      "bytes behind the packed data",
      "ARCHIVE_DAMAGED",
      { name: "a", data: "x".repeat(1000), method: 8, packed: Buffer.concat([packed, Buffer.alloc(9)]) },
    ],
    ["fewer bytes than declared", "ARCHIVE_DAMAGED", { name: "a", method: 8, packed, declaredSize: 1001 }],
  ])("%s is refused", async (_, code, entry) => {
    const { error, left } = await attempt(makeZip([entry]));
    expect(error).toBeInstanceOf(ArchiveError);
    expect(error).toMatchObject({ code, entry: "a" });
    expect(left.every((path) => path === "archive.zip" || path.startsWith("out"))).toBe(true);
  });
});
