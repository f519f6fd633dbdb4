import { defineConfig } from "vitest/config";
import { common, ROOT } from "./vitest.config.ts";

/** The tests that take minutes. */
export default defineConfig({
  root: ROOT,
  test: { ...common, globalSetup: ["test/build-once.ts"], include: ["test/slow/**/*.test.ts"] },
});
