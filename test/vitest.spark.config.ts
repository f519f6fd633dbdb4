import { defineConfig } from "vitest/config";
import { common, ROOT } from "./vitest.config.ts";

/** The tests that need a Spark cluster: one after the other, for they share it. */
export default defineConfig({
  root: ROOT,
  test: {
    ...common,
    globalSetup: ["test/build-once.ts", "test/spark/cluster/global-setup.ts"],
    include: ["test/spark/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
