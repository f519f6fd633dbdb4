import config from "./vitest.config.ts";

/** The tests that take minutes. */
export default { ...config, test: { ...config.test, include: ["test/slow/**/*.test.ts"], exclude: [] } };
