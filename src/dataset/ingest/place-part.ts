import { copyFile, link, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** Gives a file a second name, or makes a copy where the file system has no such names. */
export async function placePart(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await link(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    await copyFile(source, target);
    const copy = await open(target, "r+");
    await copy.sync().finally(() => copy.close());
  }
}
