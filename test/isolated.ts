/** Files that replace a module by `vi.mock` for all that import it, and so take a process of their own. */
export const ISOLATED: readonly string[] = [
  "test/dataset/ingest/finish-commit.test.ts",
  "test/faults/files.test.ts",
];
