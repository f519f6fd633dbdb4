import { afterAll, vi } from "vitest";

/** Leaves neither fake time nor a stub to the next file in the same process. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});
