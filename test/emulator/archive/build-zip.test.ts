import { expect, test } from "vitest";
import { buildZip } from "../../../src/emulator/archive/build-zip.ts";
import { unzip } from "../client.ts";

test("buildZip() packs the same bytes in every time zone", async () => {
  const files = [
    { name: "a/text.txt", data: "grüße" },
    { name: "a/bytes.bin", data: Uint8Array.of(0, 255, 7) },
  ];
  const zone = process.env.TZ;
  process.env.TZ = "Asia/Tokyo";
  const one = await buildZip(files);
  process.env.TZ = "America/New_York";
  const other = await buildZip(files);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(Buffer.compare(one, other)).toBe(0);
  const read = await unzip(one);
  expect([...read.keys()]).toEqual(["a/text.txt", "a/bytes.bin"]);
  expect(new TextDecoder().decode(read.get("a/text.txt"))).toBe("grüße");
  expect([...(read.get("a/bytes.bin") ?? [])]).toEqual([0, 255, 7]);
});
