import { expect, test } from "vitest";
import { ArchiveCache } from "../../../src/emulator/archive/archive-cache.ts";

function builder(size: number) {
  const built: string[] = [];
  const build = (key: string) => async () => {
    built.push(key);
    return { chunks: [new Uint8Array(size)], size, directoryCrc: 0 };
  };
  return { built, build };
}

test("ArchiveCache keeps what was asked for last, up to its limit", async () => {
  const { built, build } = builder(40);
  const cache = new ArchiveCache(100);
  for (const key of ["a", "b", "a", "c", "a", "b"]) await cache.get(key, build(key));
  // "c" pushed out "b", which was asked for before "a".
  expect(built).toEqual(["a", "b", "c", "b"]);
});

test("ArchiveCache keeps the newest archive whatever its size", async () => {
  const { built, build } = builder(101);
  const cache = new ArchiveCache(100);
  for (const key of ["a", "a", "b", "a"]) await cache.get(key, build(key));
  expect(built).toEqual(["a", "b", "a"]);
});

test("ArchiveCache makes an archive once for all who ask, and again after an error", async () => {
  const { built, build } = builder(1);
  const cache = new ArchiveCache(100);
  const broken = ["a", "a"].map((key) => cache.get(key, () => Promise.reject(new Error("broken"))));
  for (const each of await Promise.allSettled(broken)) expect(each.status).toBe("rejected");
  await Promise.all(["a", "b", "a", "b"].map((key) => cache.get(key, build(key))));
  expect(built).toEqual(["a", "b"]);
});
