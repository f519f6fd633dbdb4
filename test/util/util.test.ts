import { describe, expect, it } from "vitest";
import { mapConcurrently } from "../../src/util/map-concurrently.ts";
import { nearest } from "../../src/util/nearest.ts";
import { nextBelow } from "../../src/util/next-below.ts";
import { redact } from "../../src/util/redact.ts";
import { sleep } from "../../src/util/sleep.ts";

describe("nearest()", () => {
  it("finds the name that was meant, or none", () => {
    expect(nearest("camera_distnace", ["camera_height", "camera_distance"])).toBe("camera_distance");
    expect(nearest("SCENE", ["scene"])).toBe("scene");
    expect(nearest("zzz", ["camera_height"])).toBeNull();
    expect(nearest("x", [])).toBeNull();
  });
});

describe("nextBelow()", () => {
  it.each([1, -1, 0, 5.25, 1e300, Number.MIN_VALUE])("has nothing between it and %d", (value) => {
    const below = nextBelow(value);
    expect(below).toBeLessThan(value);
    const middle = below / 2 + value / 2;
    expect(middle === below || middle === value || Math.abs(value) < 1e-300).toBe(true);
  });
});

describe("redact()", () => {
  it("hides every form of a secret", () => {
    expect(redact("a/b a%2Fb YS9i c", ["a/b"])).toBe("[redacted] [redacted] [redacted] c");
    expect(redact("é€ w6nigqw= c", ["é€"])).toBe("[redacted] [redacted]= c");
  });
});

describe("sleep()", () => {
  it("rejects at once when aborted, before or while it waits", async () => {
    await expect(sleep(60_000, AbortSignal.abort("before"))).rejects.toBe("before");
    const controller = new AbortController();
    const waiting = sleep(60_000, controller.signal);
    controller.abort("while");
    await expect(waiting).rejects.toBe("while");
  });
});

describe("mapConcurrently()", () => {
  it("keeps the order and never runs more than allowed", async () => {
    let running = 0;
    let most = 0;
    const results = await mapConcurrently(
      [5, 1, 4, 2, 3],
      async (ms) => {
        most = Math.max(most, ++running);
        await sleep(ms);
        running--;
        return ms * 10;
      },
      { concurrency: 2 },
    );
    expect(results).toEqual([50, 10, 40, 20, 30]);
    expect(most).toBe(2);
  });

  it("waits for what has begun before it fails, and begins nothing more", async () => {
    const finished: number[] = [];
    const work = async (i: number) => {
      if (i === 0) throw new Error("first");
      await sleep(5);
      finished.push(i);
    };
    await expect(mapConcurrently([0, 1, 2, 3], work, { concurrency: 2 })).rejects.toThrow("first");
    expect(finished).toEqual([1]);
  });
});
