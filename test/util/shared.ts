import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of reference data beside the project; tests that need it are skipped where it is absent. */
const SHARED = fileURLToPath(new URL("../../../shared/", import.meta.url));

/** The path of a reference file or folder, or null (with a message) where the reference data is absent. */
export function sharedPath(path: string): string | null {
  if (existsSync(SHARED + path)) return SHARED + path;
  process.stderr.write(`Skipping tests that need ../shared/${path}: it is absent\n`);
  return null;
}
