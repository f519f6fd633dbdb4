import { getEventListeners } from "node:events";
import { afterEach, expect, it, vi } from "vitest";
import { Watchdog } from "../../../src/api/transport/watchdog.ts";

afterEach(() => {
  vi.useRealTimers();
});

it("a watchdog that is closed leaves nothing behind, whoever arms it later", () => {
  vi.useFakeTimers();
  const { signal } = new AbortController();
  const watchdog = new Watchdog(signal);
  watchdog.arm("headers", 1000);
  expect([vi.getTimerCount(), getEventListeners(signal, "abort").length]).toEqual([1, 1]);
  watchdog.close();
  // As by a write that a slow disk ends only after its attempt was given up.
  watchdog.arm("stall", 1000);
  expect([vi.getTimerCount(), getEventListeners(signal, "abort").length]).toEqual([0, 0]);
  expect(watchdog.expired).toBeNull();
});
