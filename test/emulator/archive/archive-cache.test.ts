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

test("ArchiveCache does not keep what is larger than its limit", async () => {
  const { built, build } = builder(101);
  const cache = new ArchiveCache(100);
  for (const key of ["a", "a"]) await cache.get(key, build(key));
  expect(built).toEqual(["a", "a"]);
});

test("ArchiveCache builds one archive at a time, once for all who ask, and goes on after an error", async () => {
  const cache = new ArchiveCache(100);
  let [running, most, count] = [0, 0, 0];
  const build = async () => {
    most = Math.max(most, ++running);
    count++;
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return { chunks: [], size: 0, directoryCrc: 0 };
  };
  const broken = cache.get("broken", () => Promise.reject(new Error("broken")));
  const asked = ["a", "b", "a", "c", "b"].map((key) => cache.get(key, build));
  await expect(broken).rejects.toThrow("broken");
  await Promise.all(asked);
  expect([most, count]).toEqual([1, 3]);
});
