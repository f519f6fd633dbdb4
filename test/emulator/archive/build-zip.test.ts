import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArchiveFile, buildZip } from "../../../src/emulator/archive/build-zip.ts";
import { temporaryFolder } from "../../util/temporary-folder.ts";
import { unzip } from "../client.ts";

const bytesOf = (data: Uint8Array | string): Buffer => Buffer.from(data as string);

const FILES = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-zé漢]{1,9}(\/[a-z]{1,9})?\.(txt|png|zip)$/),
    data: fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.uint8Array({ maxLength: 300 })),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
);

describe("buildZip()", () => {
  test("packs what a strict reader unpacks, in order, compressed or stored", async () => {
    await fc.assert(
      fc.asyncProperty(FILES, async (files) => {
        const read = await unzip(buildZip(files as ArchiveFile[]));
        expect([...read.keys()]).toEqual(files.map(({ name }) => name));
        for (const { name, data } of files) {
          expect(Buffer.compare(read.get(name) ?? new Uint8Array(1), bytesOf(data))).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("keeps characters whole that lie across the slices in which text is packed", async () => {
    for (const before of [(1 << 22) - 1, 1 << 22, (1 << 23) - 1]) {
      const data = `${"a".repeat(before)}😀é${"b".repeat(10)}`;
      const read = await unzip(buildZip([{ name: "long.txt", data }]));
      expect(Buffer.compare(read.get("long.txt") ?? new Uint8Array(1), bytesOf(data))).toBe(0);
    }
  });

  test("packs about as tightly as zlib at its fastest", () => {
    const data = JSON.stringify(Array.from({ length: 50_000 }, (_, i) => ({ id: i, x: (i * i) % 977 })));
    expect(buildZip([{ name: "a", data }]).length).toBeLessThan(deflateSync(data, { level: 1 }).length * 1.1);
  });

  test("stores pictures and zips, which hardly shrink", () => {
    const data = new Uint8Array(10_000);
    expect(buildZip([{ name: "a.png", data }]).length).toBeGreaterThan(data.length);
    expect(buildZip([{ name: "a.json", data }]).length).toBeLessThan(1000);
  });

  test("is read by Python, which sees the fixed date in every time zone", async () => {
    const zone = process.env.TZ;
    const zips = ["Asia/Tokyo", "America/New_York"].map((TZ) => {
      process.env.TZ = TZ;
      return buildZip([{ name: "a/grüße.txt", data: "grüße" }]);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.compare(zips[0]!, zips[1]!)).toBe(0);
    const path = join(await temporaryFolder(), "a.zip");
    await writeFile(path, zips[0]!);
    const script = `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
print(z.testzip(), [ascii(i.filename) for i in z.infolist()], z.infolist()[0].date_time)`;
    try {
      const said = execFileSync("python3", ["-c", script, path], { encoding: "utf8" });
      expect(said.trim()).toBe(`None ["'a/gr\\\\xfc\\\\xdfe.txt'"] (2023, 1, 1, 0, 0, 0)`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      process.stderr.write("Python is absent: the archive was not read by it\n");
    }
  });
});
