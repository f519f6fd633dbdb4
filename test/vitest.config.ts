import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { ISOLATED } from "./isolated.ts";

export const ROOT: string = fileURLToPath(new URL("..", import.meta.url));

/** What holds for every test, slow ones too. */
export const common = {
  setupFiles: ["test/state-folder.ts", "test/undo-stubs.ts"],
  env: { TZ: "America/Los_Angeles" },
  expect: { requireAssertions: true },
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/** Most files share a process for each core, so that what they all import is loaded once and not for each of them. */
export default defineConfig({
  root: ROOT,
  test: {
    globalSetup: ["test/build-once.ts"],
    maxWorkers: "100%",
    projects: [
      {
        root: ROOT,
        test: {
          ...common,
          name: "shared",
          isolate: false,
          include: ["test/**/*.test.ts"],
          exclude: ["test/slow/**", "test/spark/**", ...ISOLATED],
        },
      },
      { root: ROOT, test: { ...common, name: "isolated", include: [...ISOLATED] } },
    ],
  },
});
