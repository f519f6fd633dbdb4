/** Files that replace a module by `vi.mock` for all that import it, or leave the folder, and so take a process of their own. */
export const ISOLATED: readonly string[] = [
  "test/dataset/ingest/finish-commit.test.ts",
  "test/docs/examples.test.ts",
  "test/faults/files.test.ts",
];
