import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Files that replace a module for all that import it, which takes a process of their own. */
const ISOLATED = ["test/dataset/ingest/finish-commit.test.ts", "test/faults/files.test.ts"];

const root = fileURLToPath(new URL("..", import.meta.url));

const common = {
  setupFiles: ["test/state-folder.ts"],
  env: { TZ: "America/Los_Angeles" },
  expect: { requireAssertions: true },
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  root,
  test: {
    globalSetup: ["test/build-once.ts"],
    maxWorkers: "100%",
    projects: [
      {
        root,
        test: {
          ...common,
          name: "shared",
          include: ["test/**/*.test.ts"],
          exclude: ["test/slow/**", ...ISOLATED],
          isolate: false,
        },
      },
      { root, test: { ...common, name: "isolated", include: ISOLATED } },
    ],
  },
});
