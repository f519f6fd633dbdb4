import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseExactJson } from "./exact-json.ts";
import { GROUP_FILE } from "./read-group.ts";
import type { GroupResult } from "./task.ts";

/** What an ingest that was cut short has left of a group; null where it is not whole. */
export async function readStaged(folder: string): Promise<GroupResult | null> {
  try {
    const result = parseExactJson(await readFile(join(folder, GROUP_FILE), "utf8")) as GroupResult;
    for (const { file, bytes } of result.parts) {
      if ((await stat(join(folder, file))).size !== bytes) return null;
    }
    return result;
  } catch {
    return null;
  }
}
