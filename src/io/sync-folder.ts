import { open } from "node:fs/promises";

/**
 * Makes new names in a folder durable. Not every system lets a folder be synced; there, the files themselves are safe
 * already, and nothing more can be done.
 */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {}
}
