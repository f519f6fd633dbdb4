import { describe, expect, it } from "vitest";
import { AdaptiveLimit } from "../../../src/session/download/adaptive-limit.ts";

describe("AdaptiveLimit", () => {
  it("never runs more than the limit, and halves it down to one", async () => {
    const limit = new AdaptiveLimit(8);
    let [running, most] = [0, 0];
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 1));
      running--;
    };
    await Promise.all(Array.from({ length: 30 }, () => limit.run(work)));
    expect(most).toBe(8);
    for (const expected of [4, 2, 1, 1]) {
      limit.slowDown();
      expect(limit.current).toBe(expected);
    }
    most = 0;
    await Promise.all([limit.run(work), limit.run(work)]);
    expect(most).toBe(1);
  });

  it("allows one more after as many successes in a row as run at once, up to where it started", async () => {
    const limit = new AdaptiveLimit(3);
    limit.slowDown();
    const currents: number[] = [];
    for (let i = 0; i < 8; i++) {
      await limit.run(async () => {});
      currents.push(limit.current);
    }
    expect(currents).toEqual([2, 2, 3, 3, 3, 3, 3, 3]);
  });

  it("is free again after failures", async () => {
    const limit = new AdaptiveLimit(1);
    const failing = limit.run(() => Promise.reject(new Error("no")));
    const next = limit.run(async () => "yes");
    await expect(failing).rejects.toThrow("no");
    expect(await next).toBe("yes");
  });
});
