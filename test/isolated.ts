/**
 * Files that take a process of their own: they replace a module by `vi.mock` for all that import it, leave the folder, or
 * change what a module reads of the environment when it is loaded.
 */
export const ISOLATED: readonly string[] = [
  "test/dataset/ingest/finish-commit.test.ts",
  "test/docs/examples.test.ts",
  "test/engine/spark/client/tls.test.ts",
  "test/faults/files.test.ts",
];
