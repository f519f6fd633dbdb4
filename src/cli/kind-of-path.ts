import { stat } from "node:fs/promises";

/** What is at a path; null where nothing is. */
export async function kindOfPath(path: string): Promise<"folder" | "file" | null> {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? "folder" : "file";
}
