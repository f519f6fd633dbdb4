import { expect, it } from "vitest";
import { ULID_PATTERN, ulid, ulidTimeMs } from "../../src/util/ulid.ts";

it("ulid() tells its time, and sorts by it", () => {
  const times = [0, 1, 31, 32, 1_469_918_176_385, Date.UTC(2026, 0, 1), 2 ** 48 - 1];
  const ids = times.map(ulid);
  for (const id of ids) expect(id).toMatch(new RegExp(`^${ULID_PATTERN}$`));
  expect(ids.map(ulidTimeMs)).toEqual(times);
  expect([...ids].sort()).toEqual(ids);
  // The example of the specification.
  expect(ulid(1_469_918_176_385).slice(0, 10)).toBe("01ARYZ6S41");
});

it("ulid() never repeats itself, and uses every digit", () => {
  const ids = Array.from({ length: 2000 }, () => ulid(0));
  expect(new Set(ids).size).toBe(2000);
  expect(new Set(ids.flatMap((id) => [...id.slice(10)])).size).toBe(32);
});
