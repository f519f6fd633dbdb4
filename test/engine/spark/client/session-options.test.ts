import { expect, test } from "vitest";
import { openEngine } from "../../../../src/engine/open-engine.ts";
import { sessionOptions } from "../../../../src/engine/spark/client/session-options.ts";
import type { SparkOptions } from "../../../../src/engine/spark/client/spark-options.ts";

test("what is not said, or undefined, is as usual", () => {
  const usual = sessionOptions({});
  expect(sessionOptions({ keepAliveMs: undefined } as unknown as SparkOptions)).toEqual(usual);
  expect(sessionOptions({ connectTimeoutMs: 500 })).toEqual({ ...usual, connectTimeoutMs: 500 });
});

test.each([0, -1, Number.NaN, Infinity, 2 ** 31, "5" as unknown as number])(
  "a time is not %s",
  async (keepAliveMs) => {
    const opened = openEngine("sc://127.0.0.1:1", { keepAliveMs });
    await expect(opened).rejects.toThrow(RangeError);
    await expect(opened).rejects.toThrow(
      `keepAliveMs ${keepAliveMs}: expected milliseconds from 1 to 2147483647`,
    );
  },
);
