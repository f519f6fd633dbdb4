import { expect, test } from "vitest";
import { ArchiveCache } from "../../../src/emulator/archive/archive-cache.ts";

function builder(size: number) {
  const built: string[] = [];
  const build = (key: string) => () => {
    built.push(key);
    return { chunks: [new Uint8Array(size)], size, directoryCrc: 0 };
  };
  return { built, build };
}

test("ArchiveCache keeps what was asked for last, up to its limit", () => {
  const { built, build } = builder(40);
  const cache = new ArchiveCache(100);
  for (const key of ["a", "b", "a", "c", "a", "b"]) cache.get(key, build(key));
  // "c" pushed out "b", which was asked for before "a".
  expect(built).toEqual(["a", "b", "c", "b"]);
});

test("ArchiveCache does not keep what is larger than its limit", () => {
  const { built, build } = builder(101);
  const cache = new ArchiveCache(100);
  for (const key of ["a", "a"]) cache.get(key, build(key));
  expect(built).toEqual(["a", "a"]);
});
